#include "read/docx_text.h"

#include <algorithm>

#include "text/utf8.h"

namespace langdu {
namespace {

/// Hanzi, their punctuation and the full-width forms: no blank stands beside them.
bool is_wide(char32_t code) { return is_hanzi(code) || (code >= 0x3000 && code < 0xA000) || code >= 0xFF00; }

constexpr std::u32string_view marks = U"，。；：、！？,.;:!?…—";

bool is_mark(char32_t code) { return marks.find(code) != std::u32string_view::npos; }

}  // namespace

Span trimmed(const Document& document, Span source) {
  const std::string_view all = document.source;
  const auto is_line_end = [&](std::uint32_t at) { return all[at] == '\n' || all[at] == '\r'; };
  for (std::uint32_t before = source.size() + 1; before != source.size();) {
    before = source.size();
    // Line ends are no blanks of layout, but they are blanks of XML.
    while (!source.empty() && is_line_end(source.begin)) ++source.begin;
    while (!source.empty() && is_line_end(source.end - 1)) --source.end;
    const Span inner = without_edge_blanks(all.substr(source.begin, source.size()));
    source = {source.begin + inner.begin, source.begin + inner.end};
  }
  return source;
}

void drop_texts(Document& document, const XmlPart& part, pugi::xml_node top, std::string_view rule) {
  for (pugi::xml_node node = top; node;) {
    const bool stands_in = local_name(node) == "Fallback" && child_of(node.parent(), "Choice");
    const std::string_view parent = local_name(node.parent());
    const bool is_text = node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
    if (is_text && (parent == "t" || parent == "delText")) {
      const Span span = trimmed(document, text_span(document, part, node));
      if (!span.empty()) document.dropped.push_back({span, std::string(rule)});
    }
    node = next_node(node, top, stands_in);
  }
}

void DocxText::start(BlockKind kind, int level) {
  writer_.start(kind, level);
  lead_.clear();
  joint_ = DocxJoint::none;
  last_ = 0;
}

void DocxText::break_line() {
  if (!has_text()) return;
  writer_.break_line();
  last_ = 0;
}

void DocxText::settle(std::uint32_t place, std::string_view next) {
  const char32_t first = rune_at(next, 0).code;
  const Span here{place, place};
  if (joint_ == DocxJoint::cells && last_ != 0 && !is_mark(last_)) writer_.add(here, "，");
  if (joint_ == DocxJoint::lines && last_ != 0 && !is_wide(last_) && !is_wide(first)) writer_.add(here, " ");
  writer_.add(here, lead_);
  joint_ = DocxJoint::none;
  lead_.clear();
}

void DocxText::add(Span source, bool has_entities, bool strong) {
  const std::string_view all = document_.source;
  if (joint_ != DocxJoint::none || !lead_.empty()) {
    const Span rest = trimmed(document_, source);
    if (rest.empty()) return;
    source.begin = rest.begin;
  }
  if (source.empty()) return;
  const XmlPiece first = next_piece(all, source, has_entities);
  writer_.set_strong(strong);
  settle(source.begin, first.verbatim ? all.substr(source.begin, first.source.size()) : first.text);
  last_ = add_xml_text(writer_, all, source, has_entities);
}

void DocxText::put(std::string_view sign) {
  if (!has_text() || joint_ != DocxJoint::none || !lead_.empty()) return;
  writer_.insert(sign);
  last_ = rune_before(sign, sign.size()).code;
}

}  // namespace langdu
