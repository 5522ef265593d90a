#include "output/outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "output/formats.h"
#include "output/sidecars.h"
#include "output/threaded_sink.h"
#include "text/ascii.h"
#include "text/error.h"

namespace langdu {
namespace {

constexpr SoundTraits mp3_traits = {true, mp3_sample_rates, mp3_bit_rates};
constexpr SoundTraits aac_traits = {true, aac_sample_rates, aac_bit_rates};
constexpr SoundTraits opus_traits = {true, {}, opus_bit_rates};
constexpr SoundTraits vorbis_traits = {true, {}, vorbis_bit_rates};
constexpr SoundTraits flac_traits = {true};

constexpr std::array table = {
    OutputFormat{"mp3", ".mp3", "MP3 with chapters, small: for phones, cars and podcast players", true,
                 open_mp3_file, nullptr, SIZE_MAX, mp3_traits},
    OutputFormat{"m4b", ".m4b", "AAC audiobook with chapters: for Apple's and other audiobook players", true,
                 open_m4b_file, nullptr, SIZE_MAX, aac_traits},
    OutputFormat{"m4a", ".m4a", "the same with the name of a sound file", true, open_m4a_file, nullptr,
                 SIZE_MAX, aac_traits},
    OutputFormat{"opus", ".opus", "Opus with chapters, the smallest: for phones and browsers", true,
                 open_opus_file, nullptr, most_vorbis_chapters, opus_traits},
    OutputFormat{"ogg", ".ogg", "Ogg Vorbis with chapters, small: for players without patents", true,
                 open_vorbis_file, nullptr, most_vorbis_chapters, vorbis_traits},
    OutputFormat{"flac", ".flac", "FLAC with chapters, exact, half as large as WAV", false, open_flac_file,
                 nullptr, most_vorbis_chapters, flac_traits},
    OutputFormat{"wav", ".wav", "WAV with chapters, exact: for editing and archives", false, open_wav_file,
                 nullptr, most_wav_chapters},
    OutputFormat{"html", ".html", "a page to read along, with the sound in it: for browsers", true,
                 open_page_file, nullptr, SIZE_MAX, aac_traits, true},
    OutputFormat{"epub", ".epub",
                 "EPUB 3, a book with its sound sentence by sentence: for accessible reading programs", true,
                 open_epub_file, nullptr, SIZE_MAX, aac_traits, true},
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

void check_sample_rate(const std::string& path, const SoundTraits& sound, int rate) {
  const auto rates = sound.sample_rates;
  if (rates.empty() || std::find(rates.begin(), rates.end(), rate) != rates.end()) return;
  throw Error(Fault::no_such_rate, path, "sample rate", fmt::format("{} Hz", rate),
              fmt::format("{}", fmt::join(rates, ", ")));
}

void check_bit_rate(const std::string& path, const SoundTraits& sound, const OutputOptions& options) {
  const BitRates range = sound.bit_rates(options.sample_rate);
  const int asked = options.bit_rate / 1000;
  if (asked >= range.least && asked <= range.most) return;
  throw Error(Fault::no_such_rate, path, "bit rate",
              fmt::format("{} kbit/s at {} Hz", asked, options.sample_rate),
              fmt::format("{} to {}", range.least, range.most));
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

void check_rates(std::span<const std::string> paths, const OutputOptions& options) {
  bool taken = options.bit_rate == 0;
  for (const std::string& path : paths) {
    if (path == "-") continue;  // WAV
    const SoundTraits& sound = format_of(path).sound;
    check_sample_rate(path, sound, options.sample_rate);
    if (options.bit_rate == 0 || sound.bit_rates == nullptr) continue;
    check_bit_rate(path, sound, options);
    taken = true;
  }
  if (!taken) throw Error(Fault::wrong_use, "--bitrate: none of the outputs has a bit rate to choose");
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
