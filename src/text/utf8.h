#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "text/span.h"

namespace langdu {

/// One code point read from UTF-8. An invalid byte is a Rune of its own: size 1, valid false.
struct Rune {
  char32_t code = 0xFFFD;
  std::uint32_t size = 1;  ///< bytes
  bool valid = false;
};

/// rune_at() for what it does not decode itself.
Rune other_rune_at(std::string_view text, std::size_t at);

/// The code point that starts at byte `at`, which must be below text.size(). Inline for what documents are
/// made of: ASCII, and the three-byte forms whose second byte may be any continuation byte (hanzi and their
/// punctuation).
inline Rune rune_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i]));
  };
  const std::uint32_t first = byte(0);
  if (first < 0x80) return {first, 1, true};
  const bool plain_three = first > 0xE0 && first < 0xF0 && first != 0xED && text.size() - at >= 3;
  if (plain_three && (byte(1) & 0xC0) == 0x80 && (byte(2) & 0xC0) == 0x80) {
    return {(first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3, true};
  }
  return other_rune_at(text, at);
}

/// The code point that ends just before byte `at`, which must be above 0.
Rune rune_before(std::string_view text, std::size_t at);

void append_utf8(std::string& text, char32_t code);
std::size_t count_runes(std::string_view text);

/// The text with every invalid byte written as U+FFFD, for messages and JSON.
std::string printable(std::string_view text);

/// A hanzi of any Unicode block, with 〇 and 々.
bool is_hanzi(char32_t code);
/// Blank in the sense of layout: space, tab, no-break, ideographic and zero-width blanks. Not line ends.
bool is_blank(char32_t code);
/// Control characters but for tab and line ends, and Unicode's invisible format characters (BOM, bidi marks,
/// joiners, variation selectors).
bool is_invisible(char32_t code);
inline bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }
inline bool is_latin(char32_t code) {
  return (code >= U'A' && code <= U'Z') || (code >= U'a' && code <= U'z') ||
         (code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7);
}

/// The part of `line` without the blanks at both ends.
Span without_edge_blanks(std::string_view line);

}  // namespace langdu
