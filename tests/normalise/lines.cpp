#include "normalise/lines.h"

#include <algorithm>
#include <fstream>

namespace langdu::test {
namespace {

const std::filesystem::path folder = std::filesystem::path(TEST_DATA) / "normalise";

}  // namespace

std::vector<Line> lines_of(const std::string& name) {
  std::vector<Line> lines;
  std::ifstream file(folder / (name + ".txt"));
  for (std::string line; std::getline(file, line);) {
    const std::size_t arrow = line.find(" =>");
    if (arrow == std::string::npos) continue;
    const std::size_t spoken = std::min(arrow + 4, line.size());
    lines.push_back({line.substr(0, arrow), line.substr(spoken)});
  }
  return lines;
}

std::vector<std::string> line_files() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<Line> all_lines() {
  std::vector<Line> all;
  for (const std::string& name : line_files()) {
    for (Line& line : lines_of(name)) all.push_back(std::move(line));
  }
  return all;
}

}  // namespace langdu::test
