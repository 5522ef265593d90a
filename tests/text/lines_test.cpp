#include "text/lines.h"

#include <doctest/doctest.h>

#include <string>

using namespace langdu;

TEST_CASE("places count lines and code points from 1") {
  const std::string text = "会议\n第一\n\nabc";
  const Lines lines(text);
  const auto check = [&](std::uint32_t offset, std::uint32_t line, std::uint32_t column) {
    CHECK(lines.place(offset).line == line);
    CHECK(lines.place(offset).column == column);
  };
  check(0, 1, 1);
  check(3, 1, 2);
  check(6, 1, 3);  // the line end belongs to its line
  check(7, 2, 1);
  check(14, 3, 1);
  check(15, 4, 1);
  check(18, 4, 4);  // the end of the text
}
