#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace langdu {

/// What a control word or symbol of RTF does; what has no row does nothing to the text.
enum class RtfAction : std::uint8_t {
  text,       ///< stands for RtfWord::text
  paragraph,  ///< ends the paragraph
  line,       ///< breaks the line
  cell,       ///< ends a cell of a table
  bold,       ///< these three are on, or off with a 0 behind
  hidden,
  deleted,
  plain,      ///< no property of characters
  pard,       ///< no property of paragraphs
  style,      ///< of the paragraph, by its number
  outline,    ///< level of the paragraph: from 0, 9 is none
  unicode,    ///< a UTF-16 unit
  fallback,   ///< how many characters behind `unicode` are for programs that do not know it
  code_page,  ///< of the file
  font,
  default_font,
  charset,    ///< of a font
  font_page,  ///< code page of a font
  binary,     ///< so many bytes follow that are no RTF
  shown,      ///< the group is read, though it is marked as one to be skipped
  skip,       ///< from here on groups hold no text; it goes elsewhere, or is listed as dropped
  fonts,
  styles,
  info,
  title,  ///< this and the author stand in `info`
  author,
  note,
  left_out,  ///< under the rule RtfWord::text
};

struct RtfWord {
  std::string_view name;  ///< without the backslash
  RtfAction action;
  std::string_view text = {};
};

std::span<const RtfWord> rtf_words();

/// The row of a control word, or nullptr.
const RtfWord* find_rtf_word(std::string_view name);

/// A control word as it stands in a file.
struct RtfControl {
  std::string_view name;  ///< letters, or the one character of a symbol
  bool has_number = false;
  int number = 0;
  std::uint32_t end = 0;  ///< behind its number and the blank that ends it
};

/// The one that begins with the backslash at `at`.
RtfControl rtf_control_at(std::string_view source, std::size_t at);

}  // namespace langdu
