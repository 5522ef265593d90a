#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace langdu {

/// How much of a text is seen at a time.
struct CaptionShape {
  int columns = 20;  ///< a line's width in hanzi; Latin letters and digits are half as wide
  int lines = 2;     ///< 1 or 2
};

/// The width of a character in half columns: 2 for hanzi, their punctuation and emoji, 1 for Latin, 0 for
/// what is invisible.
int half_columns(char32_t code);

/// The text divided into captions of lines: bytes of the text, which they tile. Lines end behind punctuation
/// wherever that is possible, else between words: `words` are their first bytes, in order. No line begins
/// with a closing mark or ends with an opening one, and none ends inside a Latin word or a number, but for
/// one that is itself longer than a line. Blanks stay at the end of their line, and do not count there.
std::vector<std::vector<Span>> divide_text(std::string_view text, std::span<const std::uint32_t> words,
                                           const CaptionShape& shape);

}  // namespace langdu
