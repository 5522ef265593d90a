#include "read/refused_formats.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "support/case_lines.h"

using namespace langdu;

TEST_CASE("every line of tests/data/read/refused_formats.txt is what it says, and every row has its line") {
  std::set<std::string> seen;
  for (const std::string& line : testing::case_lines(TEST_DATA "/read/refused_formats.txt")) {
    CAPTURE(line);
    const auto cells = testing::cells(line);
    REQUIRE(cells.size() == 2);
    const RefusedFormat* found = find_refused_format(cells[1]);
    CHECK((found == nullptr ? "text" : found->name) == cells[0]);
    seen.insert(cells[0]);
  }
  for (const RefusedFormat& row : refused_formats()) {
    CAPTURE(row.name);
    CHECK(seen.contains(std::string(row.name)));
  }
}
