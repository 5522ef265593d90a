#include "clean/joined_lines.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <utility>

#include "clean/line_text.h"
#include "clean/script.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace langdu {
namespace {

// Narrower lines are verse or lists; wider ones were not broken by a program.
constexpr std::uint32_t narrowest = 40;
constexpr std::uint32_t widest = 200;
// A line may fall short by a full-width mark that may not open a line and a character of odd width.
constexpr std::uint32_t slack = 4;
constexpr std::uint32_t closed_slack = 2;  // of a line that ends a sentence
// A full-width mark may hang over the edge.
constexpr std::uint32_t overhang = 2;
constexpr std::size_t fewest_broken = 3;
constexpr std::size_t most_broken = 8;  // lines for each that ends a sentence
constexpr std::size_t most_labels = 4;  // short lines for each broken one: more are verse or a list
constexpr std::uint32_t indent_of_a_paragraph = 2;
constexpr std::size_t fewest_cell_gaps = 3;  // of a row of a table
constexpr std::size_t passage = 90;          // bytes on each side of a line end: 30 hanzi

struct Shape {
  std::uint32_t indent = 0;  ///< columns
  std::uint32_t width = 0;   ///< columns with the indent, without blanks at the end
  bool closed = false;       ///< ends with a stop or a colon
  bool row = false;          ///< is divided into cells
  bool prose = false;        ///< has a comma or a stop inside
};

/// Ends with a letter and a dot.
bool ends_with_dot(std::string_view text) {
  while (!text.empty() && is_closer(rune_before(text, text.size()).code))
    text.remove_suffix(rune_before(text, text.size()).size);
  return text.size() > 1 && text.back() == '.' && is_latin(rune_before(text, text.size() - 1).code);
}

bool is_closed(std::string_view text) {
  return ends_sentence(text) || ends_with_colon(text) || ends_with_dot(text);
}

/// Leads to a page (目录 ....... 3), or is divided by tabs, wide gaps, blanks between hanzi or between
/// numbers, or commas without a blank as CSV has them. `text` has no blanks at its ends.
bool is_row(std::string_view text) {
  std::size_t gaps = 0;
  Script before = Script::none;
  for (std::size_t at = 0; at < text.size() && gaps < fewest_cell_gaps;) {
    const Rune rune = rune_at(text, at);
    const std::size_t end = at + rune.size;
    const Script script = script_of(rune.code);
    if (script == Script::blank) {
      const std::size_t next = end_of_blanks(text, at);
      const Script behind = script_of(code_at(text, next));
      const bool wide = next - at > 1;
      const bool same = before == behind && (before == Script::hanzi || before == Script::digit);
      gaps += wide || rune.code == U'\t' || same ? 1U : 0U;
      at = next;
      continue;
    }
    if (rune.code == U',') {
      const Script behind = script_of(code_at(text, end));
      const auto is_cell = [](Script s) { return s == Script::digit || s == Script::latin; };
      gaps += behind != Script::blank && (is_cell(before) || is_cell(behind)) ? 1U : 0U;
    }
    before = script;
    at = end;
  }
  return gaps >= fewest_cell_gaps || text.find(".....") != text.npos || text.find("……") != text.npos;
}

bool has_prose_mark(std::string_view text) {
  constexpr std::string_view marks[] = {"，", "。", "、", "；", ",", ". "};
  return std::any_of(std::begin(marks), std::end(marks),
                     [&](std::string_view mark) { return text.find(mark) != text.npos; });
}

Shape shape_of(std::string_view line) {
  // A full-width character has up to four bytes and two columns, so a longer line is wider than `widest`.
  if (line.size() > widest * 2) return {0, widest + 1, ends_sentence(line), false, true};
  const Span inner = without_edge_blanks(line);
  const auto text = line.substr(inner.begin, inner.size());
  const std::uint32_t indent = columns(line.substr(0, inner.begin));
  return {indent, indent + columns(text), is_closed(text), is_row(text), has_prose_mark(text)};
}

bool may_continue(const Block& next, const Shape& shape) {
  return next.kind == BlockKind::line && !next.preformatted && !next.after_blank_line &&
         shape.indent < indent_of_a_paragraph && !starts_numbered(next.text.text());
}

/// The width at which the text was broken, or 0 if it was not, or not certainly.
/// `prose_only`: of the lines with a comma or a stop in them or in the next one; the others are the menus and
/// labels of a page.
std::uint32_t common_width(const std::vector<Block>& blocks, const std::vector<Shape>& shapes,
                           bool prose_only) {
  std::array<std::size_t, widest + 1> broken{};  // how many lines of each width end inside a sentence
  std::size_t all = 0;
  std::size_t closed = 0;
  std::size_t rows = 0;
  std::size_t labels = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind != BlockKind::line) continue;
    closed += shapes[i].closed ? 1U : 0U;
    rows += shapes[i].row ? 1U : 0U;
    if (i + 1 == blocks.size() || shapes[i].closed || shapes[i].row ||
        !may_continue(blocks[i + 1], shapes[i + 1]))
      continue;
    const bool label = prose_only && !(shapes[i].prose || shapes[i + 1].prose);
    if (shapes[i].width < narrowest || label) {
      labels += starts_numbered(blocks[i].text.text()) ? 0U : 1U;
      continue;
    }
    ++all;
    if (shapes[i].width <= widest) ++broken[shapes[i].width];
  }
  if (all < fewest_broken || closed == 0 || rows * 2 > blocks.size()) return 0;
  std::uint32_t best = 0;
  std::size_t best_count = 0;
  for (std::uint32_t width = narrowest; width <= widest; ++width) {
    std::size_t count = 0;
    for (std::uint32_t w = width - slack; w <= width; ++w) count += broken[w];
    if (broken[width] > 0 && count >= best_count) {
      best = width;
      best_count = count;
    }
  }
  std::size_t wider = 0;
  for (const Shape& shape : shapes) wider += !shape.row && shape.width > best + overhang ? 1U : 0U;
  // Sentences end: where hardly a line does, the lines are rows of a list.
  if (prose_only && closed * most_broken < best_count) return 0;
  const bool certain = best_count >= fewest_broken && best_count * most_labels >= labels &&
                       best_count * 10 >= all * 8 && wider * 10 <= blocks.size();
  return certain ? best : 0;
}

/// No line is indented or stands behind an empty one.
bool is_without_paragraphs(const std::vector<Block>& blocks, const std::vector<Shape>& shapes) {
  for (std::size_t i = 1; i < blocks.size(); ++i) {
    if (blocks[i].after_blank_line || shapes[i].indent > 0) return false;
  }
  return true;
}

/// Most of the characters around a line end are hanzi.
bool is_hanzi_text(std::string_view before, std::string_view behind) {
  std::size_t hanzi = 0;
  std::size_t all = 0;
  const auto count = [&](const Rune& rune) {
    hanzi += is_hanzi(rune.code) ? 1U : 0U;
    all += is_blank(rune.code) ? 0U : 1U;
    return rune.size;
  };
  for (std::size_t at = before.size(); at > 0 && before.size() - at < passage;)
    at -= count(rune_before(before, at));
  for (std::size_t at = 0; at < behind.size() && at < passage;) at += count(rune_at(behind, at));
  return hanzi * 2 > all;
}

/// Whether the line end stood for a blank: between words, and between numbers unless hanzi text was broken
/// inside one.
bool is_blank_between(std::string_view before, std::string_view behind) {
  if (before.empty() || behind.empty()) return false;
  const Script last = script_of(rune_before(before, before.size()).code);
  const Script first = script_of(rune_at(behind, 0).code);
  if (is_chinese(last) || is_chinese(first)) return false;
  const bool words = last == Script::latin && first == Script::latin;
  return words || !is_hanzi_text(before, behind);
}

void append_line(MappedText& text, const MappedText& next) {
  const Span inner = without_edge_blanks(text.text());
  if (inner.end != text.size()) text = text.slice({0, inner.end});
  const Span rest = without_edge_blanks(next.text());
  const auto behind = std::string_view(next.text()).substr(rest.begin, rest.size());
  if (!is_blank_between(text.text(), behind)) {
    text.append(next.slice(rest));
    return;
  }
  const MappedText trimmed = next.slice(rest);
  Rewriter rewriter(trimmed);
  rewriter.insert(" ");  // the line end was the blank
  text.append(rewriter.finish());
}

}  // namespace

void join_broken_lines(std::vector<Block>& blocks) {
  std::vector<Shape> shapes;
  shapes.reserve(blocks.size());
  for (const Block& block : blocks) shapes.push_back(shape_of(block.text.text()));
  std::uint32_t width = common_width(blocks, shapes, false);
  const bool prose_only = width == 0;
  if (prose_only) width = common_width(blocks, shapes, true);
  if (width == 0) return;
  const bool plain = is_without_paragraphs(blocks, shapes);
  std::size_t kept = 0;
  for (std::size_t i = 1; i < blocks.size(); ++i) {
    const Shape& before = shapes[i - 1];
    const bool full = before.width + slack >= width && before.width <= width + overhang;
    // Where nothing else shows the paragraphs, one that ends just at the edge is less likely than a sentence.
    const bool open = !before.closed || (plain && before.width + closed_slack >= width &&
                                         is_hanzi_text(blocks[i - 1].text.text(), blocks[i].text.text()));
    const bool prose = !prose_only || before.prose || shapes[i].prose;
    if (prose && blocks[i - 1].kind == BlockKind::line && full && open &&
        may_continue(blocks[i], shapes[i])) {
      append_line(blocks[kept].text, blocks[i].text);
    } else if (++kept != i) {
      blocks[kept] = std::move(blocks[i]);
    }
  }
  blocks.resize(kept + 1);
}

}  // namespace langdu
