#pragma once
#include <string>

#include "read/document.h"
#include "read/docx.h"
#include "support/make_docx.h"
#include "text/utf8.h"

namespace langdu::testing {

/// The blocks one behind the other: "2#" is a heading of level 2, "/" a line, "!" is bold.
inline std::string blocks_of(const Document& document) {
  std::string result;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::heading) result += std::to_string(block.level) + "#";
    if (block.kind == BlockKind::line) result += "/";
    result += (block.strong ? "!" : "") + block.text.text() + "|";
  }
  return result;
}

/// The texts that were dropped, with their rules.
inline std::string dropped_of(const Document& document) {
  std::string result;
  for (const Dropped& part : document.dropped)
    result += part.rule + ":" + document.source.substr(part.source.begin, part.source.size()) + "|";
  return result;
}

inline std::string notes_of(const Document& document) {
  std::string result;
  for (const Note& note : document.notes) result += note.message + "\n";
  return result;
}

/// The first character whose place in the source does not hold it, or "" when there is none. An inserted one
/// has no place, an entity and a line end stand for another one.
inline std::string misplaced(const Document& document) {
  for (const Block& block : document.blocks) {
    const std::string& text = block.text.text();
    for (std::uint32_t at = 0; at < text.size();) {
      const std::uint32_t size = rune_at(text, at).size;
      const Span span = block.text.source({at, at + size});
      if (span.end < span.begin || span.end > document.source.size()) return "outside: " + text;
      const std::string source = document.source.substr(span.begin, span.size());
      const bool stands_for = source.empty() || source[0] == '&' || source[0] == '\r' || source[0] == '\n';
      if (!stands_for && source != text.substr(at, size)) return source + " for " + text.substr(at, size);
      at += size;
    }
  }
  return {};
}

/// What a Word file with this body is read as.
inline std::string body_read(const std::string& body, const ReadOptions& options = {}) {
  const Document document = read_docx(make_docx(body), options);
  const std::string wrong = misplaced(document);
  return wrong.empty() ? blocks_of(document) : "misplaced " + wrong;
}

inline std::string body_dropped(const std::string& body) {
  return dropped_of(read_docx(make_docx(body), {}));
}

}  // namespace langdu::testing
