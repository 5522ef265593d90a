#include "output/outputs.h"

#include <array>
#include <string>

#include "output/formats.h"
#include "output/sidecars.h"
#include "output/threaded_sink.h"
#include "text/ascii.h"
#include "text/error.h"

namespace langdu {
namespace {

constexpr std::array table = {
    OutputFormat{"mp3", ".mp3", "MP3 with chapters, small: for phones, cars and podcast players", true,
                 open_mp3_file},
    OutputFormat{"m4b", ".m4b", "AAC audiobook with chapters: for Apple's and other audiobook players", true,
                 open_m4b_file},
    OutputFormat{"m4a", ".m4a", "the same with the name of a sound file", true, open_m4a_file},
    OutputFormat{"opus", ".opus", "Opus with chapters, the smallest: for phones and browsers", true,
                 open_opus_file, nullptr, most_vorbis_chapters},
    OutputFormat{"ogg", ".ogg", "Ogg Vorbis with chapters, small: for players without patents", true,
                 open_vorbis_file, nullptr, most_vorbis_chapters},
    OutputFormat{"flac", ".flac", "FLAC with chapters, exact, half as large as WAV", false, open_flac_file,
                 nullptr, most_vorbis_chapters},
    OutputFormat{"wav", ".wav", "WAV with chapters, exact: for editing and archives", false, open_wav_file,
                 nullptr, most_wav_chapters},
    OutputFormat{"epub", ".epub",
                 "EPUB 3, a book with its sound sentence by sentence: for accessible reading programs", true,
                 open_epub_file, nullptr, SIZE_MAX, true},
    OutputFormat{"srt", ".srt", "captions, SubRip: for players and video editors", false, nullptr, srt_text},
    OutputFormat{"vtt", ".vtt", "captions, WebVTT: for web pages", false, nullptr, vtt_text},
    OutputFormat{"words.vtt", ".words.vtt", "captions, WebVTT with the time of each word", false, nullptr,
                 word_vtt_text},
    OutputFormat{"lrc", ".lrc", "captions, a line each, LRC: for music players", false, nullptr, lrc_text},
    OutputFormat{"json", ".json", "chapters, Podcasting 2.0 (usually .chapters.json)", false, nullptr,
                 json_chapters_text},
    OutputFormat{"chapters.vtt", ".chapters.vtt", "chapters, WebVTT: for web pages", false, nullptr,
                 vtt_chapters_text},
    OutputFormat{"cue", ".cue", "chapters as the tracks of the sound file, at most 99: for music players",
                 false, nullptr, cue_sheet_text, most_cue_tracks},
    OutputFormat{"ffmetadata", ".ffmetadata", "chapters for ffmpeg", false, nullptr, ffmetadata_text},
    OutputFormat{"labels.txt", ".labels.txt", "chapters as labels for Audacity", false, nullptr,
                 audacity_labels_text},
};

std::string known_extensions() {
  std::string list;
  for (const OutputFormat& row : table) {
    if (!list.empty()) list += ' ';
    list += row.extension;
  }
  return list;
}

}  // namespace

std::span<const OutputFormat> output_formats() { return table; }

const OutputFormat& format_of(const std::filesystem::path& path) {
  const std::string name = lower_ascii(path.filename().string());
  const OutputFormat* longest = nullptr;
  for (const OutputFormat& row : table) {
    const bool fits = name.size() > row.extension.size() && name.ends_with(row.extension);
    if (fits && (longest == nullptr || row.extension.size() > longest->extension.size())) longest = &row;
  }
  if (longest == nullptr) throw Error(Fault::unknown_extension, path.string(), known_extensions());
  return *longest;
}

bool is_sound_file(const std::filesystem::path& path) {
  if (path == "-") return false;
  const OutputFormat& format = format_of(path);
  return format.open != nullptr && !format.page;
}

void check_extension(const std::filesystem::path& path) {
  if (path != "-") format_of(path);
}

std::unique_ptr<Sink> open_output(const std::filesystem::path& path, const Plan& plan,
                                  const OutputOptions& options) {
  if (path == "-") return open_standard_output(plan, options);
  const OutputFormat& format = format_of(path);
  if (format.text != nullptr) return open_text_file(path, plan, format.text, options.sound);
  auto sink = format.open(path, plan, options);
  return format.slow ? std::make_unique<ThreadedSink>(std::move(sink)) : std::move(sink);
}

}  // namespace langdu
