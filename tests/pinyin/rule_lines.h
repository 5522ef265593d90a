#pragma once
#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

/// A line of a rule's file: a text, a tab, and what becomes of it.
struct RuleLine {
  std::string text;
  std::string expected;
};

/// The lines of tests/data/FOLDER/NAME.txt; a missing file has none.
inline std::vector<RuleLine> rule_lines(std::string_view folder, std::string_view name) {
  std::ifstream file(std::string(TEST_DATA "/") + std::string(folder) + "/" + std::string(name) + ".txt");
  std::vector<RuleLine> lines;
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    REQUIRE_MESSAGE(tab != std::string::npos, name << ": " << line);
    lines.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return lines;
}
