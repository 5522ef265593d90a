#pragma once
#include <cstdint>

#include "text/utf8.h"

namespace langdu {

/// What a character is to the repairs of blanks and punctuation.
enum class Script : std::uint8_t {
  none,  ///< before the first and behind the last character
  blank,
  hanzi,
  mark,   ///< punctuation that only Chinese text has: ，。《》（）
  quote,  ///< punctuation that Chinese shares with English: “ ” ‘ ’ … — ·
  digit,
  sign,  ///< stands behind a number: % ‰ ° ℃, or is one: ①
  latin,
  other,
};

constexpr bool is_unit_sign(char32_t code) {
  return code == U'%' || code == U'‰' || code == U'°' || code == U'℃' || code == U'％';
}

/// ① and the like (Unicode's Enclosed Alphanumerics): a list's number, set close to its text.
constexpr bool is_circled_number(char32_t code) { return code >= 0x2460 && code <= 0x249B; }

constexpr bool is_shared_mark(char32_t code) {
  return (code >= 0x2018 && code <= 0x201D) || code == U'…' || code == U'—' || code == U'·';
}

inline Script script_of(char32_t code) {
  if (is_hanzi(code)) return Script::hanzi;
  if (code < 0x80) {
    if (is_digit(code)) return Script::digit;
    if (is_latin(code)) return Script::latin;
    if (is_blank(code)) return Script::blank;
    return code == U'%' ? Script::sign : Script::other;
  }
  if (is_blank(code)) return Script::blank;
  if (is_unit_sign(code) || is_circled_number(code)) return Script::sign;
  if (is_shared_mark(code)) return Script::quote;
  if (code >= 0xFF10 && code <= 0xFF19) return Script::digit;
  if ((code >= 0xFF21 && code <= 0xFF3A) || (code >= 0xFF41 && code <= 0xFF5A)) return Script::latin;
  if ((code >= 0x3001 && code <= 0x301F) || (code >= 0xFF01 && code <= 0xFF65)) return Script::mark;
  return is_latin(code) ? Script::latin : Script::other;
}

/// Chinese text or its punctuation: a neighbour that makes a half-width mark or a blank a defect.
constexpr bool is_chinese(Script script) { return script == Script::hanzi || script == Script::mark; }

}  // namespace langdu
