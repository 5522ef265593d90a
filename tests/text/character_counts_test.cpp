#include "text/character_counts.h"

#include <doctest/doctest.h>

using namespace langdu;

TEST_CASE("a character has a name that a terminal shows") {
  CHECK(name_of_character(U'の') == "'の' (U+306E)");
  CHECK(name_of_character(0x1F600) == "'😀' (U+1F600)");
  CHECK(name_of_character(0x323AF) == "'\U000323AF' (U+323AF)");
  CHECK(name_of_character(0x0301) == "'◌\u0301' (U+0301)");
  CHECK(name_of_character(0xE000) == "U+E000");
  CHECK(name_of_character(0x200D) == "U+200D");
  CHECK(name_of_character(0xFFFF) == "U+FFFF");
}

TEST_CASE("characters are counted, and listed by their first places") {
  CharacterCounts counts;
  CHECK(counts.empty());
  for (const char32_t code : {U'b', U'a', U'b'}) counts.add(code, code == U'b' ? 7 : 9);
  const auto list = counts.list();
  REQUIRE(list.size() == 2);
  CHECK(list[0].code == U'b');
  CHECK(list[0].count == 2);
  CHECK(list[1].first == 9);
  CHECK(times(1) == "");
  CHECK(times(1000) == " 1000 times");
}
