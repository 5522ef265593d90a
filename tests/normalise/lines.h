#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace langdu::test {

/// One test line: `written => spoken`. Nothing may stand behind the arrow: then nothing is spoken.
struct Line {
  std::string written, spoken;
};

/// The lines of tests/data/normalise/<name>.txt; none when there is no such file.
std::vector<Line> lines_of(const std::string& name);

/// The names of all files in tests/data/normalise, without extension.
std::vector<std::string> line_files();

/// All lines of all files.
std::vector<Line> all_lines();

}  // namespace langdu::test
