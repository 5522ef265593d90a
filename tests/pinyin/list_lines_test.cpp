#include "pinyin/list_lines.h"

#include <doctest/doctest.h>

using namespace langdu;

TEST_CASE("lines with an end of any kind are rows; empty ones and comments are not, but are counted") {
  std::vector<BadLine> bad;
  const auto rows = parse_lines<std::string>("# comment\none\n\ntwo\r\n\r\nbad\nthree", bad,
                                             [](std::string_view line, std::string& row) {
                                               row = line;
                                               return std::string(line == "bad" ? "it is bad" : "");
                                             });
  CHECK(rows == std::vector<std::string>{"one", "two", "three"});
  REQUIRE(bad.size() == 1);
  CHECK(bad[0].line == 6);
  CHECK(bad[0].reason == "it is bad");
}
