#include "read/html_ruby.h"

#include <string_view>

#include "text/spelling.h"
#include "text/utf8.h"

namespace langdu {
namespace {

/// The nearest element of this kind around a row, or 0.
std::uint32_t around(const std::vector<HtmlNode>& nodes, std::uint32_t row, GumboTag tag) {
  for (row = nodes[row].parent; row != 0; row = nodes[row].parent) {
    if (nodes[row].tag == tag) return row;
    if (is_block_element(nodes[row].tag)) return 0;
  }
  return 0;
}

std::vector<Syllable> syllables_of(std::string_view text) {
  std::vector<Syllable> syllables;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n'", at), text.size());
    if (end > at) {
      const auto spelling = parse_spelling(text.substr(at, end - at));
      if (!spelling) return {};
      syllables.push_back(spelling->syllable);
    }
    at = end + 1;
  }
  return syllables;
}

}  // namespace

bool HtmlRuby::take(const HtmlTree& tree, std::uint32_t row, Document& document) {
  const auto& nodes = tree.nodes();
  const std::uint32_t ruby = around(nodes, row, GUMBO_TAG_RUBY);
  if (ruby == 0) return false;
  if (ruby != ruby_) base_.clear();
  ruby_ = ruby;
  const bool reading = around(nodes, row, GUMBO_TAG_RT) != 0;
  if (!reading && around(nodes, row, GUMBO_TAG_RP) == 0) {
    add_base(nodes[row].source, document);
    return false;
  }
  const std::string_view text = nodes[row].node->v.text.text;
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return true;
  document.dropped.push_back(
      {nodes[row].source, reading ? "reading above the hanzi" : "bracket around a reading"});
  if (reading) add_marks(text, document);
  return true;
}

void HtmlRuby::add_base(Span source, Document& document) {
  const std::string_view text = document.source;
  for (std::uint32_t at = source.begin; at < source.end;) {
    const Rune rune = rune_at(text, at);
    if (is_hanzi(rune.code)) base_.push_back({{at, at + rune.size}, rune.code});
    at += rune.size;
  }
}

void HtmlRuby::add_marks(std::string_view reading, Document& document) {
  const auto syllables = syllables_of(reading);
  if (syllables.size() == base_.size()) {
    for (std::size_t i = 0; i < base_.size(); ++i)
      document.marks.push_back({base_[i].source, base_[i].code, syllables[i]});
  }
  base_.clear();
}

}  // namespace langdu
