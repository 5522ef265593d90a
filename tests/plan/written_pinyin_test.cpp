#include "plan/written_pinyin.h"

#include <doctest/doctest.h>

#include <string>

#include "support/case_lines.h"

using namespace langdu;

TEST_CASE("every line of tests/data/plan/written_pinyin.txt has the syllables that it says") {
  for (const std::string& line : testing::case_lines(TEST_DATA "/plan/written_pinyin.txt")) {
    CAPTURE(line);
    const auto cells = testing::cells(line);
    REQUIRE(cells.size() == 2);
    std::string read;
    for (const Syllable syllable : written_pinyin(cells[0]))
      read += (read.empty() ? "" : " ") + to_string(syllable);
    CHECK(read == cells[1]);
  }
}

TEST_CASE("a long run is no Pinyin") {
  std::string run;
  for (int i = 0; i < 10000; ++i) run += "ā";
  CHECK(written_pinyin(run).empty());
}
