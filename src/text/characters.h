#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "text/utf8.h"

namespace langdu {

/// The code point that starts at byte `at`, or 0 at the end of the text and beyond.
inline char32_t code_at(std::string_view text, std::size_t at) {
  return at < text.size() ? rune_at(text, at).code : 0;
}

/// Whether `code` is in `set`. 0, which stands for "beyond the text", is in none.
inline bool one_of(char32_t code, std::u32string_view set) { return code != 0 && set.find(code) != set.npos; }

/// The place behind the blanks that start at byte `at`.
std::size_t end_of_blanks(std::string_view text, std::size_t at);

/// A quote or bracket that closes, Chinese or half-width. It may stand behind the stop of its sentence. The
/// straight quotes are among them, although they also open.
bool is_closer(char32_t code);

/// The value of a hanzi that is a digit (〇零○ are 0, 两 is 2).
std::optional<std::uint32_t> hanzi_digit(char32_t code);
/// The value of 十百千万, or 0.
std::uint32_t hanzi_unit(char32_t code);
/// What a number in hanzi consists of: hanzi digits (两 too), 十百千万 and 亿.
bool is_hanzi_numeral(char32_t code);
/// What the numbers of headings and lists consist of: hanzi digits and units, and 0 to 9.
bool is_numeral(char32_t code);

}  // namespace langdu
