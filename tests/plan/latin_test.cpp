#include "plan/latin.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "support/case_lines.h"

using namespace langdu;

namespace {

std::string joined(std::string_view run) {
  std::string out;
  for (const LatinPart part : latin_parts(run)) {
    if (!out.empty()) out += ' ';
    out += run.substr(part.begin, part.end - part.begin);
  }
  return out;
}

}  // namespace

TEST_CASE(
    "every line of tests/data/plan/latin.txt is cut as it says, and every row of the table has its line") {
  std::set<std::string> seen;
  for (const std::string& line : testing::case_lines(TEST_DATA "/plan/latin.txt")) {
    CAPTURE(line);
    const auto cells = testing::cells(line);
    REQUIRE(cells.size() == 2);
    CHECK(joined(cells[0]) == cells[1]);
    seen.insert(cells[0]);
  }
  for (const LatinRow& row : latin_rows()) {
    CAPTURE(row.written);
    CHECK(seen.contains(std::string(row.written)));
  }
  CHECK(joined("") == "");
}

TEST_CASE("a run without an end is cut into words that the engine can take, at characters") {
  for (const std::string letter : {"a", "é"}) {
    std::string run;
    for (int i = 0; i < 1000; ++i) run += letter;
    std::uint32_t at = 0;
    for (const LatinPart part : latin_parts(run)) {
      CHECK(part.begin == at);
      CHECK(part.end - part.begin <= longest_latin_word);
      CHECK((part.end - part.begin) % letter.size() == 0);
      at = part.end;
    }
    CHECK(at == run.size());
  }
}
