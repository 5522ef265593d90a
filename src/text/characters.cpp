#include "text/characters.h"

namespace langdu {

std::size_t end_of_blanks(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Rune rune = rune_at(text, at);
    if (!rune.valid || !is_blank(rune.code)) break;
    at += rune.size;
  }
  return at;
}

bool is_closer(char32_t code) {
  constexpr std::u32string_view closers = U"”’\"'）)》〉」』】〕］]";
  return closers.find(code) != std::u32string_view::npos;
}

std::optional<std::uint32_t> hanzi_digit(char32_t code) {
  constexpr std::u32string_view digits = U"零一二三四五六七八九";
  if (const auto at = digits.find(code); at != std::u32string_view::npos)
    return static_cast<std::uint32_t>(at);
  if (code == U'〇' || code == U'○') return 0;
  if (code == U'两') return 2;
  return {};
}

std::uint32_t hanzi_unit(char32_t code) {
  switch (code) {
    case U'十':
      return 10;
    case U'百':
      return 100;
    case U'千':
      return 1000;
    case U'万':
      return 10'000;
    default:
      return 0;
  }
}

bool is_hanzi_numeral(char32_t code) { return hanzi_digit(code) || hanzi_unit(code) > 0 || code == U'亿'; }

bool is_numeral(char32_t code) { return is_digit(code) || hanzi_digit(code) || hanzi_unit(code) > 0; }

}  // namespace langdu
