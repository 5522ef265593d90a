#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace langdu {

/// A caption or a chapter as a reader of the file sees it. Times in seconds; end is below 0 where the format
/// has none.
struct Seen {
  double begin = 0;
  double end = -1;
  std::vector<std::string> lines;
  std::vector<double> words;  ///< time tags inside

  std::string text() const;  ///< without line ends
};

/// Small readers, each from its format's own description and not from what writes it. They REQUIRE what the
/// format does.
std::vector<Seen> read_srt(const std::string& content);
std::vector<Seen> read_vtt(const std::string& content);
std::vector<Seen> read_lrc(const std::string& content);  ///< without the lines that clear the display
std::vector<Seen> read_json_chapters(const std::string& content);
std::vector<Seen> read_cue(const std::string& content);
std::vector<Seen> read_ffmetadata(const std::string& content);
std::vector<Seen> read_labels(const std::string& content);

std::vector<std::string> lines_of(const std::string& content);

/// Without the invisible U+2060 by which formats without escapes keep text from being read as a command.
std::string without_joiners(std::string text);

}  // namespace langdu
