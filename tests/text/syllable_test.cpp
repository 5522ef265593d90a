#include "text/syllable.h"

#include <doctest/doctest.h>

using namespace langdu;

TEST_CASE("a syllable is written as it was read") {
  for (const std::string spelling :
       {"zhang3", "lv4", "nve4", "r5", "m2", "n2", "ng4", "hm5", "hng5", "er2", "a5", "zuo4", "ei4"}) {
    CAPTURE(spelling);
    const auto syllable = parse_syllable(spelling);
    REQUIRE(syllable);
    CHECK(to_string(*syllable) == spelling);
    CHECK(syllable->tone == syllable->citation);
  }
}

TEST_CASE("what is no toned syllable is not read") {
  for (const std::string_view spelling :
       {"", "3", "zhang", "zhang0", "zhang6", "zhangg3", "Zhang3", "lü4", "zh3", "3a"}) {
    CAPTURE(spelling);
    CHECK_FALSE(parse_syllable(spelling));
  }
}

TEST_CASE("every base syllable finds itself again in every tone") {
  REQUIRE(base_count() > 400);
  for (std::uint16_t base = 0; base < base_count(); ++base) {
    for (char tone = '1'; tone <= '5'; ++tone) {
      const auto syllable = parse_syllable(std::string(base_spelling(base)) + tone);
      REQUIRE(syllable);
      CHECK(syllable->base == base);
    }
  }
}

TEST_CASE("a base beyond the table has no spelling") {
  CHECK(base_spelling(static_cast<std::uint16_t>(base_count())).empty());
  CHECK(base_spelling(0xFFFF).empty());
}

TEST_CASE("a word holds six syllables") {
  Syllables word;
  for (int i = 0; i < 6; ++i) {
    CHECK_FALSE(word.full());
    word.push_back(*parse_syllable("ba1"));
  }
  CHECK(word.full());
}
