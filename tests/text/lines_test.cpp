#include "text/lines.h"

#include <doctest/doctest.h>

#include <string>

#include "text/utf8.h"

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

TEST_CASE("property: in a long line every place is the one that counting gives") {
  std::string text = "一\n";
  for (int i = 0; i < 5000; ++i) text += i % 3 == 0 ? "a" : i % 3 == 1 ? "字" : "\xFF";
  text += "\nend";
  const Lines lines(text);
  Place expected;
  for (std::uint32_t at = 0; at < text.size();) {
    const Place place = lines.place(at);
    REQUIRE(place.line == expected.line);
    REQUIRE(place.column == expected.column);
    const Rune rune = rune_at(text, at);
    ++expected.column;
    if (rune.code == U'\n') expected = {expected.line + 1, 1};
    at += rune.size;
  }
}

TEST_CASE("ten million bytes in one line and a place asked for each sentence take no quadratic time") {
  std::string text;
  for (int i = 0; i < 1'000'000; ++i) text += "你好。a";
  const Lines lines(text);
  std::uint64_t sum = 0;
  for (std::uint32_t at = 0; at < text.size(); at += 10) sum += lines.place(at).column;
  CHECK(sum == std::uint64_t{4} * 1'000'000 * 999'999 / 2 + 1'000'000);
}
