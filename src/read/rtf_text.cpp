#include "read/rtf_text.h"

#include <utility>

#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::string_view between_cells = "，";
constexpr std::string_view before_note = "（注：";
constexpr std::string_view behind_note = "）";
constexpr std::string_view replacement = "\uFFFD";

}  // namespace

void RtfText::add_byte(char byte, Span span, const Encoding* page) {
  using State = RtfCharacters::State;
  bytes_span_ = bytes_.empty() ? span : cover(bytes_span_, span);
  bytes_ += byte;
  const State state = RtfCharacters::state_of(bytes_, page);
  if (state == State::unfinished) return;
  if (state == State::invalid) {
    bytes_.pop_back();
    bytes_span_.end = span.begin;
    end_character();
    return add_byte(byte, span, page);
  }
  const std::string bytes = std::exchange(bytes_, {});
  const bool is_control = bytes.size() == 1 && static_cast<unsigned char>(bytes[0]) < 0x20;
  add(bytes_span_, is_control ? " " : characters_.text_of(bytes, page));
}

void RtfText::add_unit(int number, Span span) {
  const auto code = static_cast<char32_t>(number < 0 ? number + 0x10000 : number);
  const bool is_low = code >= 0xDC00 && code < 0xE000;
  if (high_ != 0 && is_low) {
    std::string text;
    append_utf8(text, 0x10000 + ((high_ - 0xD800) << 10) + (code - 0xDC00));
    high_ = 0;
    return add(cover(high_span_, span), text);
  }
  end_character();
  if (code >= 0xD800 && code < 0xDC00) {
    high_ = code;
    high_span_ = span;
    return;
  }
  std::string text;
  append_utf8(text, is_low || code > 0x10FFFF ? U'\uFFFD' : code < 0x20 ? U' ' : code);
  add(span, text);
}

void RtfText::end_character() {
  if (high_ != 0) {
    high_ = 0;
    add(high_span_, replacement);
  }
  if (!bytes_.empty()) {
    bytes_.clear();
    add(bytes_span_, replacement);
  }
}

void RtfText::add(Span span, std::string_view text) {
  const std::string_view shown = text.empty() ? source_.substr(span.begin, span.size()) : text;
  switch (group_.target) {
    case RtfTarget::text:
      if (group_.deleted) return drop(span, "deleted text");
      if (group_.hidden) return drop(span, "hidden text");
      return write(span, text);
    case RtfTarget::title:
      document_.metadata.title += shown;
      break;
    case RtfTarget::author:
      document_.metadata.author += shown;
      break;
    case RtfTarget::styles:
      styles_.name() += shown;
      break;
    case RtfTarget::dropped:
      dropped_has_text_ = dropped_has_text_ || !without_edge_blanks(shown).empty();
      break;
    default:
      break;
  }
}

void RtfText::write(Span span, std::string_view text) {
  if (!in_paragraph_) {
    writer_.start(group_.level > 0 ? BlockKind::heading : BlockKind::paragraph, group_.level);
    in_paragraph_ = true;
  }
  const bool is_blank =
      without_edge_blanks(text.empty() ? source_.substr(span.begin, span.size()) : text).empty();
  if (cell_ended_ && !is_blank) {
    if (writer_.has_text()) writer_.insert(between_cells);
    cell_ended_ = false;
  }
  writer_.set_strong(group_.bold);
  if (text.empty()) {
    writer_.add(span);
  } else {
    writer_.add(span, text);
  }
}

void RtfText::drop(Span span, std::string_view rule) {
  if (!document_.dropped.empty()) {
    Dropped& last = document_.dropped.back();
    if (last.rule == rule && last.source.end == span.begin) {
      last.source.end = span.end;
      return;
    }
  }
  writer_.drop(span, rule);
}

void RtfText::end_paragraph() {
  if (group_.target != RtfTarget::text) return;
  if (group_.in_note) {  // a note does not end the paragraph that it stands in
    writer_.insert(" ");
    return;
  }
  in_paragraph_ = false;
  cell_ended_ = false;
}

void RtfText::break_line() {
  if (group_.target == RtfTarget::text && in_paragraph_) writer_.break_line();
}

void RtfText::end_cell() {
  if (group_.target == RtfTarget::text) cell_ended_ = true;
}

bool RtfText::open_note() {
  if (!in_paragraph_ || group_.hidden || group_.deleted) return false;
  writer_.insert(before_note);
  return true;
}

void RtfText::close_note() { writer_.insert(behind_note); }

void RtfText::leave_out(std::uint32_t begin, std::string_view rule) {
  dropped_begin_ = begin;
  dropped_has_text_ = false;
  dropped_rule_ = rule;
}

void RtfText::end_left_out(std::uint32_t end) {
  if (dropped_has_text_) writer_.drop({dropped_begin_, end}, dropped_rule_);
  dropped_has_text_ = false;
}

}  // namespace langdu
