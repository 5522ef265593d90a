#include "text/utf8.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace langdu;

TEST_CASE("runes are read forwards and backwards") {
  const std::string text = "a岗é😀";
  std::vector<char32_t> forwards, backwards;
  for (std::size_t at = 0; at < text.size(); at += rune_at(text, at).size)
    forwards.push_back(rune_at(text, at).code);
  for (std::size_t at = text.size(); at > 0; at -= rune_before(text, at).size) {
    backwards.insert(backwards.begin(), rune_before(text, at).code);
  }
  CHECK(forwards == std::vector<char32_t>{U'a', U'岗', U'é', U'😀'});
  CHECK(forwards == backwards);
}

TEST_CASE("each invalid byte is a rune of its own") {
  for (const std::string bad : {"\x80", "\xC0\xAF", "\xE4\xB8", "\xED\xA0\x80", "\xF8\x88\x80\x80", "\xFF"}) {
    CAPTURE(bad);
    CHECK(count_runes(bad) == bad.size());
    CHECK_FALSE(rune_at(bad, 0).valid);
    CHECK_FALSE(rune_before(bad, bad.size()).valid);
  }
}

TEST_CASE("printable writes invalid bytes as replacement characters") {
  CHECK(printable("会\xFF议") == "会\uFFFD议");
  CHECK(printable("全部") == "全部");
}

TEST_CASE("character classes") {
  for (const char32_t c : {U'一', U'龥', U'〇', U'㐀', U'𠀀', U'々', U'\U000323AF', U'\U000323B0', U'\U00033479'})
    CHECK(is_hanzi(c));
  CHECK_FALSE(is_hanzi(0x33480));
  for (const char32_t c : {U'A', U'，', U'ア', U'○', U'。'}) CHECK_FALSE(is_hanzi(c));
  for (const char32_t c : {U' ', U'\t', U'\u3000', U'\u00A0', U'\u200B'}) CHECK(is_blank(c));
  CHECK_FALSE(is_blank(U'\n'));
  for (const char32_t c : {U'\0', U'\x1b', U'\uFEFF', U'\u200E'}) CHECK(is_invisible(c));
  for (const char32_t c : {U'\n', U'\t', U'x', U'会'}) CHECK_FALSE(is_invisible(c));
  CHECK(is_latin(U'é'));
  CHECK_FALSE(is_latin(U'×'));
}

TEST_CASE("property: the inline decoder agrees with the library on every three bytes") {
  for (std::uint32_t first = 0x7F; first < 0x100; ++first) {
    for (std::uint32_t second = 0x70; second < 0xD0; ++second) {
      for (const std::uint32_t third : {0x00u, 0x7Fu, 0x80u, 0xBFu, 0xC0u}) {
        const std::string text = {static_cast<char>(first), static_cast<char>(second),
                                  static_cast<char>(third)};
        for (std::size_t size = 1; size <= 3; ++size) {
          const auto part = std::string_view(text).substr(0, size);
          const Rune ours = rune_at(part, 0);
          const Rune theirs = other_rune_at(part, 0);
          REQUIRE(ours.code == theirs.code);
          REQUIRE(ours.size == theirs.size);
          REQUIRE(ours.valid == theirs.valid);
        }
      }
    }
  }
}
