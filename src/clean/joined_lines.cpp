#include "clean/joined_lines.h"

#include <array>
#include <cstdint>
#include <utility>

#include "clean/line_text.h"
#include "clean/script.h"

namespace langdu {
namespace {

// Narrower lines are verse or lists; wider ones were not broken by a program.
constexpr std::uint32_t narrowest = 40;
constexpr std::uint32_t widest = 200;
// A line may fall short by a full-width mark that may not open a line and a character of odd width.
constexpr std::uint32_t slack = 4;
constexpr std::size_t fewest_broken = 3;
constexpr std::uint32_t indent_of_a_paragraph = 2;

struct Shape {
  std::uint32_t indent = 0;  ///< columns
  std::uint32_t width = 0;   ///< columns with the indent, without blanks at the end
  bool closed = false;       ///< ends with a stop or a colon
};

Shape shape_of(std::string_view line) {
  // A full-width character has up to four bytes and two columns, so a longer line is wider than `widest`.
  if (line.size() > widest * 2) return {0, widest + 1, ends_sentence(line)};
  const Span inner = without_edge_blanks(line);
  const auto text = line.substr(inner.begin, inner.size());
  const std::uint32_t indent = columns(line.substr(0, inner.begin));
  return {indent, indent + columns(text), ends_sentence(text) || ends_with_colon(text)};
}

bool may_continue(const Block& next, const Shape& shape) {
  return !next.after_blank_line && shape.indent < indent_of_a_paragraph && !starts_numbered(next.text.text());
}

/// The width at which the text was broken, or 0 if it was not, or not certainly.
std::uint32_t common_width(const std::vector<Block>& blocks, const std::vector<Shape>& shapes) {
  std::array<std::size_t, widest + 1> broken{};  // how many lines of each width end inside a sentence
  std::size_t all = 0;
  std::size_t closed = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    closed += shapes[i].closed ? 1U : 0U;
    if (i + 1 == blocks.size() || shapes[i].closed || !may_continue(blocks[i + 1], shapes[i + 1])) continue;
    ++all;
    if (shapes[i].width <= widest) ++broken[shapes[i].width];
  }
  if (all < fewest_broken || closed == 0) return 0;
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
  for (const Shape& shape : shapes) wider += shape.width > best ? 1U : 0U;
  const bool certain =
      best_count >= fewest_broken && best_count * 10 >= all * 8 && wider * 10 <= blocks.size();
  return certain ? best : 0;
}

void append_line(MappedText& text, const MappedText& next) {
  const Span inner = without_edge_blanks(text.text());
  if (inner.end != text.size()) text = text.slice({0, inner.end});
  const Span rest = without_edge_blanks(next.text());
  const bool words = !text.empty() && !rest.empty() &&
                     script_of(rune_before(text.text(), text.size()).code) == Script::latin &&
                     script_of(rune_at(next.text(), rest.begin).code) == Script::latin;
  if (!words) {
    text.append(next.slice(rest));
    return;
  }
  const MappedText trimmed = next.slice(rest);
  Rewriter rewriter(trimmed);
  rewriter.insert(" ");  // the line end was the blank between two Latin words
  text.append(rewriter.finish());
}

}  // namespace

void join_broken_lines(std::vector<Block>& blocks) {
  std::vector<Shape> shapes;
  shapes.reserve(blocks.size());
  for (const Block& block : blocks) shapes.push_back(shape_of(block.text.text()));
  const std::uint32_t width = common_width(blocks, shapes);
  if (width == 0) return;
  std::size_t kept = 0;
  for (std::size_t i = 1; i < blocks.size(); ++i) {
    const Shape& before = shapes[i - 1];
    const bool full = before.width + slack >= width && before.width <= width;
    if (full && !before.closed && may_continue(blocks[i], shapes[i])) {
      append_line(blocks[kept].text, blocks[i].text);
    } else if (++kept != i) {
      blocks[kept] = std::move(blocks[i]);
    }
  }
  blocks.resize(kept + 1);
}

}  // namespace langdu
