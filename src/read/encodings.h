#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/note.h"

namespace langdu {

/// One row an encoding of text.
struct Encoding {
  std::string_view name;     ///< as --encoding takes it, in any case
  std::string_view aliases;  ///< other names, divided by blanks
  std::string_view iconv;    ///< what iconv calls it
};

/// The first row is UTF-8.
std::span<const Encoding> encodings();

/// The row with this name or alias, in any case; "-" and "_" count for nothing. nullptr when there is none.
const Encoding* find_encoding(std::string_view name);

/// A text in UTF-8. What could not be decoded is U+FFFD in it; of UTF-8 itself it is the bytes as they were.
struct DecodedText {
  std::string text;
  const Encoding* encoding = nullptr;
  std::vector<Note> notes;  ///< what a reader should know of the decoding
};

/// Decodes `bytes`: from `wanted`, or, when that is nullptr, from what the byte order mark says, or from
/// UTF-8 when they are that, or from what the text `declared` (it may be nullptr), or from what they most
/// probably are. The mark stays in a text of UTF-8, and is no part of any other.
DecodedText decode(std::string bytes, const Encoding* wanted, const Encoding* declared = nullptr);

}  // namespace langdu
