#include "output/outputs.h"

#include <algorithm>
#include <array>
#include <string>

#include "output/formats.h"
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
                 open_opus_file},
    OutputFormat{"ogg", ".ogg", "Ogg Vorbis with chapters, small: for players without patents", true,
                 open_vorbis_file},
    OutputFormat{"flac", ".flac", "FLAC with chapters, exact, half as large as WAV", false, open_flac_file},
    OutputFormat{"wav", ".wav", "WAV with chapters, exact: for editing and archives", false, open_wav_file},
};

std::string known_extensions() {
  std::string list;
  for (const OutputFormat& row : table) {
    if (!list.empty()) list += ' ';
    list += row.extension;
  }
  return list;
}

const OutputFormat& format_of(const std::filesystem::path& path) {
  const std::string extension = lower_ascii(path.extension().string());
  const auto row = std::find_if(table.begin(), table.end(),
                                [&](const OutputFormat& format) { return format.extension == extension; });
  if (row == table.end()) throw Error(Fault::unknown_extension, path.string(), known_extensions());
  return *row;
}

}  // namespace

std::span<const OutputFormat> output_formats() { return table; }

void check_extension(const std::filesystem::path& path) {
  if (path != "-") format_of(path);
}

std::unique_ptr<Sink> open_output(const std::filesystem::path& path, const Plan& plan, int sample_rate) {
  if (path == "-") return open_standard_output(plan, sample_rate);
  const OutputFormat& format = format_of(path);
  auto sink = format.open(path, plan, sample_rate);
  return format.slow ? std::make_unique<ThreadedSink>(std::move(sink)) : std::move(sink);
}

}  // namespace langdu
