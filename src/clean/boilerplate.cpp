#include "clean/boilerplate.h"

#include <re2/re2.h>

#include <string>
#include <string_view>

#include "clean/boilerplate_rules.h"
#include "clean/drop_blocks.h"
#include "clean/line_text.h"
#include "clean/page_lines.h"
#include "read/html.h"

namespace langdu {
namespace {

void take_date(PageLines& lines) {
  for (std::size_t i = 0; i < lines.size() && lines.document.metadata.date.empty(); ++i) {
    const std::string_view rule = lines.rule_of[i];
    if (rule == "publish_time" || rule == "time_stamp" || rule == "page_date")
      lines.document.metadata.date = find_date(lines.text(i));
  }
  // A page of HTML has its date beside its text.
  const std::string_view source = lines.document.source;
  for (const Dropped& dropped : lines.document.dropped) {
    if (!lines.document.metadata.date.empty()) return;
    if (dropped.rule == about_the_page)
      lines.document.metadata.date = find_date(source.substr(dropped.source.begin, dropped.source.size()));
  }
}

/// What an editor put behind the last sentence of a paragraph: （完）, （本章未完，请点击下一页继续阅读）.
Span note_behind(std::string_view text) {
  static const RE2 pattern(R"(([（(](?:完|全文完|本文完|未完待续|本章完|本章未完[^（）()]{0,40})[)）])$)",
                           RE2::Quiet);
  re2::StringPiece found;
  const auto size = static_cast<std::uint32_t>(text.size());
  constexpr std::size_t longest = 160;  // bytes
  const std::string_view end = text.substr(text.size() - std::min(text.size(), longest));
  if (!text.ends_with("）") && !text.ends_with(")")) return {size, size};
  if (!RE2::PartialMatch(re2::StringPiece(end.data(), end.size()), pattern, &found)) return {size, size};
  const auto begin = static_cast<std::uint32_t>(found.data() - text.data());
  return ends_sentence(text.substr(0, begin)) ? Span{begin, size} : Span{size, size};
}

void drop_notes_behind(PageLines& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines.is_kept(i)) continue;
    const Span note = note_behind(lines.text(i));
    if (note.empty()) continue;
    MappedText& text = lines.blocks[i].text;
    lines.document.dropped.push_back({text.source(note), "end_mark"});
    text = text.slice({0, note.begin});
  }
}

}  // namespace

void drop_boilerplate(Document& document, bool keep_all) {
  if (document.blocks.empty()) return;
  PageLines lines(document);
  find_edges(lines);
  drop_known_lines(lines);
  drop_above_title(lines);
  take_title(lines, keep_all);
  drop_foot(lines);
  take_date(lines);
  if (keep_all) return;
  drop_notes_behind(lines);
  drop_blocks(document, lines.rule_of);
}

}  // namespace langdu
