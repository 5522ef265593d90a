#include "output/outputs.h"

#include <algorithm>
#include <array>
#include <string>

#include "output/formats.h"
#include "text/ascii.h"
#include "text/error.h"

namespace langdu {
namespace {

constexpr std::array table = {
    OutputFormat{"mp3", ".mp3", "MP3 with chapters, small: for phones, cars and podcast players",
                 open_mp3_file},
    OutputFormat{"wav", ".wav", "WAV with chapters, exact: for editing and archives", open_wav_file},
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
  return format_of(path).open(path, plan, sample_rate);
}

}  // namespace langdu
