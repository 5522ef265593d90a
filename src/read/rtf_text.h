#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "read/block_writer.h"
#include "read/document.h"
#include "read/encodings.h"
#include "read/rtf_characters.h"
#include "read/rtf_styles.h"
#include "text/span.h"

namespace langdu {

/// Where the text of a group goes.
enum class RtfTarget : std::uint8_t { text, nowhere, fonts, styles, info, title, author, dropped };

/// What holds to the end of a group.
struct RtfGroup {
  RtfTarget target = RtfTarget::text;
  bool bold = false;
  bool hidden = false;
  bool deleted = false;
  bool in_note = false;  ///< one that is read
  int font = -1;         ///< -1: that of the file
  int fallback = 1;
  int level = 0;  ///< of the paragraph as a heading; 0: none
};

/// Puts the characters of an RTF file together and where they belong: into the blocks of the document, its
/// title, the name of a style, or what is left out.
class RtfText {
 public:
  /// `group` is the one that is being read; it changes as the reader goes on.
  RtfText(Document& document, const RtfGroup& group, RtfStyles& styles)
      : document_(document), source_(document.source), writer_(document), group_(group), styles_(styles) {}

  /// Text; without `text` the bytes as they stand.
  void add(Span span, std::string_view text = {});
  /// One byte of a character in this encoding.
  void add_byte(char byte, Span span, const Encoding* page);
  /// A UTF-16 unit, perhaps as a negative number.
  void add_unit(int number, Span span);
  /// Whether bytes of a character are there and others must follow.
  bool waits_for_byte() const { return !bytes_.empty(); }
  /// What is not whole by now stays so.
  void end_character();

  void end_paragraph();
  void break_line();
  void end_cell();
  /// Brackets around a note that is read where it stands, which is in the middle of a sentence. Whether there
  /// is a sentence.
  bool open_note();
  void close_note();

  /// The group that opens at `begin` is left out, and listed if it has text.
  void leave_out(std::uint32_t begin, std::string_view rule);
  void end_left_out(std::uint32_t end);

  void finish() { writer_.finish(); }

 private:
  void write(Span span, std::string_view text);
  void drop(Span span, std::string_view rule);

  Document& document_;
  std::string_view source_;
  BlockWriter writer_;
  const RtfGroup& group_;
  RtfStyles& styles_;

  RtfCharacters characters_;
  std::string bytes_;  ///< of a character that is not whole yet
  Span bytes_span_;
  char32_t high_ = 0;  ///< a high surrogate that waits for the other
  Span high_span_;

  bool in_paragraph_ = false;
  bool cell_ended_ = false;

  std::uint32_t dropped_begin_ = 0;
  bool dropped_has_text_ = false;
  std::string_view dropped_rule_;
};

}  // namespace langdu
