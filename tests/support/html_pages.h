// Pages of HTML for the tests of its reader, and what was read of them.
#pragma once
#include <string>

#include "read/document.h"
#include "text/spelling.h"
#include "text/utf8.h"

namespace langdu::testing {

/// A sentence that no one takes for anything but the text of a page.
inline const std::string sentence = "我家门前有一棵很老很老的槐树，它的年纪比爷爷还大得多。";

/// The blocks as the tables of cases show them.
inline std::string shown_blocks(const Document& document) {
  std::string result;
  for (const Block& block : document.blocks) {
    if (!result.empty()) result += '|';
    if (block.kind == BlockKind::heading) result += "h" + std::to_string(block.level) + ":";
    if (block.kind == BlockKind::line) result += "l:";
    result += (block.strong ? "*" : "") + block.text.text();
  }
  return result;
}

/// The rule under which a part of the source was dropped, or nothing.
inline std::string rule_of(const Document& document, const std::string& part) {
  const std::size_t at = document.source.find(part);
  for (const Dropped& dropped : document.dropped) {
    if (dropped.source.begin <= at && at < dropped.source.end) return dropped.rule;
  }
  return {};
}

}  // namespace langdu::testing
