#include "text/characters.h"

#include <doctest/doctest.h>

#include <string>

namespace langdu {

TEST_CASE("a code point at or beyond the end is 0") {
  CHECK(code_at("a岗", 1) == U'岗');
  CHECK(code_at("a岗", 4) == 0);
  CHECK(code_at("", 7) == 0);
}

TEST_CASE("blanks of any width are skipped, an invalid byte is none") {
  CHECK(end_of_blanks(" \t　a", 0) == 5);
  CHECK(end_of_blanks("a ", 0) == 0);
  CHECK(end_of_blanks("a  ", 1) == 3);
  CHECK(end_of_blanks(" \xff", 0) == 1);
  CHECK(end_of_blanks("", 0) == 0);
}

TEST_CASE("closing quotes and brackets close, opening ones do not") {
  for (const char32_t code : std::u32string(U"”’）》〉」』】〕］)]\"'")) CHECK(is_closer(code));
  for (const char32_t code : std::u32string(U"“‘（《〈「『【〔［([。，a一")) CHECK_FALSE(is_closer(code));
}

TEST_CASE("the hanzi of numbers have their values") {
  const std::u32string digits = U"零一二三四五六七八九";
  for (std::uint32_t i = 0; i < digits.size(); ++i) CHECK(hanzi_digit(digits[i]) == i);
  CHECK(hanzi_digit(U'〇') == 0U);
  CHECK(hanzi_digit(U'两') == 2U);
  CHECK_FALSE(hanzi_digit(U'十').has_value());
  CHECK(hanzi_unit(U'十') == 10);
  CHECK(hanzi_unit(U'万') == 10'000);
  CHECK(hanzi_unit(U'一') == 0);
  for (const char32_t code : std::u32string(U"〇一两十百千万09")) CHECK(is_numeral(code));
  for (const char32_t code : std::u32string(U"a第个、")) CHECK_FALSE(is_numeral(code));
}

TEST_CASE("numbers in hanzi are made of digits, units and 亿, not of 0 to 9") {
  for (const char32_t code : std::u32string(U"〇一两十百千万亿")) CHECK(is_hanzi_numeral(code));
  for (const char32_t code : std::u32string(U"09a第个")) CHECK_FALSE(is_hanzi_numeral(code));
}

TEST_CASE("what lies beyond the text is in no set") {
  CHECK(one_of(U'某', U"部某"));
  CHECK_FALSE(one_of(U'长', U"部某"));
  CHECK_FALSE(one_of(0, std::u32string_view(U"a\0b", 3)));
}

}  // namespace langdu
