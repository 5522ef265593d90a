#include "read/rtf.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "read/author.h"
#include "read/rtf_characters.h"
#include "read/rtf_styles.h"
#include "read/rtf_text.h"
#include "read/rtf_words.h"
#include "read/source_text.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::string_view opening = "{\\rtf";
constexpr std::size_t deepest = 10'000;  // groups; what is deeper is read as if it had no braces of its own
constexpr int most_levels = 9;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

class RtfReader {
 public:
  RtfReader(Document& document, const ReadOptions& options)
      : source_(document.source), text_(document, now_, styles_), reads_notes_(options.notes) {}

  void read();

 private:
  void open_group();
  void close_group();
  void read_control();
  void read_hex(std::uint32_t begin);
  void read_run();

  void apply(const RtfWord& row, const RtfControl& word, Span span);
  void apply_to_characters(const RtfWord& row, const RtfControl& word, Span span);
  void apply_to_fonts(const RtfWord& row, int number);
  void enter(const RtfWord& row);
  void enter_note(const RtfWord& row);
  void leave_out(std::string_view rule);

  const Encoding* encoding() const;

  std::string_view source_;
  std::vector<RtfGroup> groups_;
  RtfGroup now_;
  RtfStyles styles_;
  RtfText text_;
  bool reads_notes_;
  std::uint32_t at_ = 0;
  std::size_t too_deep_ = 0;  ///< groups that are open beyond the deepest
  std::uint32_t opened_ = 0;  ///< where the group opens that is being read
  bool starred_ = false;      ///< "\*": the group is skipped by who does not know the word that follows

  int to_skip_ = 0;  ///< characters that stand for the one before, for other programs

  int code_page_ = 0;
  int default_font_ = 0;
  int font_ = 0;  ///< the one that is described
  std::map<int, int> pages_;
};

// --- groups -----------------------------------------------------------------------------------------------

void RtfReader::open_group() {
  text_.end_character();
  to_skip_ = 0;
  starred_ = false;
  opened_ = at_++;
  if (groups_.size() < deepest) {
    groups_.push_back(now_);
  } else {
    ++too_deep_;
  }
}

void RtfReader::close_group() {
  text_.end_character();
  to_skip_ = 0;
  starred_ = false;
  ++at_;
  if (too_deep_ > 0) {
    --too_deep_;
    return;
  }
  if (groups_.empty()) return;
  const RtfGroup outer = groups_.back();
  groups_.pop_back();
  if (now_.in_note && !outer.in_note) text_.close_note();
  if (now_.target == RtfTarget::styles && outer.target == RtfTarget::styles) styles_.finish_style();
  if (now_.target == RtfTarget::dropped && outer.target != RtfTarget::dropped) text_.end_left_out(at_);
  now_ = outer;
}

void RtfReader::enter(const RtfWord& row) {
  // What the target of a group is decides its first words; title and author alone stand in a group without
  // text.
  if (row.action == RtfAction::title || row.action == RtfAction::author) {
    const auto inner = row.action == RtfAction::title ? RtfTarget::title : RtfTarget::author;
    if (now_.target == RtfTarget::info) now_.target = inner;
    return;
  }
  if (now_.target != RtfTarget::text) return;
  switch (row.action) {
    case RtfAction::fonts:
      now_.target = RtfTarget::fonts;
      break;
    case RtfAction::styles:
      now_.target = RtfTarget::styles;
      break;
    case RtfAction::info:
      now_.target = RtfTarget::info;
      break;
    case RtfAction::note:
      enter_note(row);
      break;
    case RtfAction::left_out:
      leave_out(row.text);
      break;
    default:
      now_.target = RtfTarget::nowhere;
  }
}

void RtfReader::enter_note(const RtfWord& row) {
  if (now_.in_note) return;
  now_.in_note = reads_notes_ && text_.open_note();
  if (!now_.in_note) leave_out(row.text);
}

void RtfReader::leave_out(std::string_view rule) {
  now_.target = RtfTarget::dropped;
  text_.leave_out(opened_, rule);
}

// --- control words ----------------------------------------------------------------------------------------

void RtfReader::read_control() {
  const std::uint32_t begin = at_;
  const RtfControl word = rtf_control_at(source_, begin);
  if (word.name == "'") return read_hex(begin);
  at_ = word.end;
  if (word.name == "*") {
    starred_ = true;
    return;
  }
  const bool starred = std::exchange(starred_, false);
  const RtfWord* row = find_rtf_word(word.name);
  const bool is_group = row != nullptr && row->action >= RtfAction::shown;
  if (starred && !is_group && now_.target != RtfTarget::dropped) now_.target = RtfTarget::nowhere;
  if (row == nullptr) return;
  const bool is_character = row->action == RtfAction::text;
  if (is_character && to_skip_ > 0) {
    --to_skip_;
    return;
  }
  to_skip_ = 0;
  // In a character of two bytes the second may be one that has to be escaped.
  if (is_character && text_.waits_for_byte() && row->name == row->text)
    return text_.add_byte(row->text[0], {begin, at_}, encoding());
  if (row->action != RtfAction::unicode) text_.end_character();
  apply(*row, word, {begin, at_});
}

void RtfReader::read_hex(std::uint32_t begin) {
  starred_ = false;
  const int high = begin + 2 < source_.size() ? hex_digit(source_[begin + 2]) : -1;
  const int low = begin + 3 < source_.size() ? hex_digit(source_[begin + 3]) : -1;
  at_ = begin + 2;
  if (high < 0 || low < 0) return;
  at_ = begin + 4;
  if (to_skip_ > 0) {
    --to_skip_;
  } else {
    text_.add_byte(static_cast<char>(high * 16 + low), {begin, at_}, encoding());
  }
}

void RtfReader::apply(const RtfWord& row, const RtfControl& word, Span span) {
  switch (row.action) {
    case RtfAction::binary:
      at_ += static_cast<std::uint32_t>(
          std::min<std::size_t>(static_cast<std::size_t>(std::max(word.number, 0)), source_.size() - at_));
      break;
    case RtfAction::code_page:
      code_page_ = word.number;
      break;
    case RtfAction::font:
    case RtfAction::default_font:
    case RtfAction::charset:
    case RtfAction::font_page:
      apply_to_fonts(row, word.number);
      break;
    case RtfAction::style:
      if (now_.target == RtfTarget::styles) {
        styles_.set_number(word.number);
      } else {
        now_.level = styles_.level(word.number);
      }
      break;
    case RtfAction::outline: {
      const int level = word.number >= 0 && word.number < most_levels ? word.number + 1 : 0;
      if (now_.target == RtfTarget::styles) {
        styles_.set_level(level);
      } else {
        now_.level = level;
      }
      break;
    }
    case RtfAction::shown:
      break;
    default:
      if (row.action > RtfAction::shown) return enter(row);
      apply_to_characters(row, word, span);
  }
}

void RtfReader::apply_to_characters(const RtfWord& row, const RtfControl& word, Span span) {
  const bool on = !word.has_number || word.number != 0;
  switch (row.action) {
    case RtfAction::text:
      if (!row.text.empty()) text_.add(span, row.text);
      break;
    case RtfAction::paragraph:
      text_.end_paragraph();
      break;
    case RtfAction::line:
      text_.break_line();
      break;
    case RtfAction::cell:
      text_.end_cell();
      break;
    case RtfAction::bold:
      now_.bold = on;
      break;
    case RtfAction::hidden:
      now_.hidden = on;
      break;
    case RtfAction::deleted:
      now_.deleted = on;
      break;
    case RtfAction::plain:
      now_.bold = now_.hidden = now_.deleted = false;
      now_.font = -1;
      break;
    case RtfAction::pard:
      now_.level = 0;
      break;
    case RtfAction::unicode:
      text_.add_unit(word.number, span);
      to_skip_ = now_.fallback;
      break;
    case RtfAction::fallback:
      now_.fallback = std::clamp(word.number, 0, 8);
      break;
    default:
      break;
  }
}

void RtfReader::apply_to_fonts(const RtfWord& row, int number) {
  switch (row.action) {
    case RtfAction::font:
      (now_.target == RtfTarget::fonts ? font_ : now_.font) = number;
      break;
    case RtfAction::default_font:
      default_font_ = number;
      break;
    case RtfAction::charset:
      if (now_.target == RtfTarget::fonts) pages_.emplace(font_, code_page_of_charset(number));
      break;
    default:
      if (now_.target == RtfTarget::fonts) pages_[font_] = number;
  }
}

const Encoding* RtfReader::encoding() const {
  const auto found = pages_.find(now_.font < 0 ? default_font_ : now_.font);
  const int page = found == pages_.end() || found->second == 0 ? code_page_ : found->second;
  return encoding_of_code_page(page);
}

/// Bytes up to the next control word, brace or line end. An ASCII byte may be the second of a character.
void RtfReader::read_run() {
  starred_ = false;
  while (to_skip_ > 0 && at_ < source_.size() &&
         std::string_view("\\{}\r\n").find(source_[at_]) == std::string_view::npos) {
    const Rune rune = rune_at(source_, at_);
    to_skip_ -= rune.size > 1 ? 2 : 1;  // it was two bytes in the code page
    at_ += rune.size;
  }
  to_skip_ = std::max(to_skip_, 0);
  const auto end =
      static_cast<std::uint32_t>(std::min(source_.find_first_of("\\{}\r\n", at_), source_.size()));
  while (text_.waits_for_byte() && at_ < end && static_cast<unsigned char>(source_[at_]) < 0x80) {
    text_.add_byte(source_[at_], {at_, at_ + 1}, encoding());
    ++at_;
  }
  if (at_ == end) return;
  text_.end_character();
  text_.add({at_, end});
  at_ = end;
}

void RtfReader::read() {
  while (at_ < source_.size()) {
    switch (source_[at_]) {
      case '{':
        open_group();
        break;
      case '}':
        close_group();
        break;
      case '\\':
        read_control();
        break;
      case '\r':
      case '\n':
        ++at_;
        break;
      default:
        read_run();
    }
  }
  text_.end_character();
  if (now_.target == RtfTarget::dropped) text_.end_left_out(at_);
  text_.finish();
}

}  // namespace

Document read_rtf(std::string content, const ReadOptions& options) {
  Document document;
  set_source(document, std::move(content));
  RtfReader(document, options).read();
  const std::string author = std::exchange(document.metadata.author, {});
  add_author(document.metadata.author, author);
  return document;
}

bool shows_rtf(std::string_view content) { return content.starts_with(opening); }

const Encoding* rtf_encoding(std::string_view content) {
  constexpr std::string_view word = "\\ansicpg";
  constexpr std::size_t header = 1000;  // bytes: it stands among the first words
  const std::size_t at = content.substr(0, header).find(word);
  return at == std::string_view::npos ? nullptr : encoding_of_code_page(rtf_control_at(content, at).number);
}

}  // namespace langdu
