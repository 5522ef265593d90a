#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace langdu {

/// How well a line may end at a place, best first.
enum class Break : std::uint8_t {
  mark,         ///< behind ，。；：！？……
  enumeration,  ///< behind 、 or a dash
  word,         ///< between words
  inside,       ///< between the hanzi of a word
  torn,         ///< inside a Latin word or a number that is longer than a line
};

/// A piece of text that stays on one line.
struct LineUnit {
  std::uint32_t end = 0;  ///< the byte behind it; it begins where the one before ends
  int width = 0;          ///< in half columns, without the blanks behind it
  int blanks = 0;         ///< the width of these
  Break after = Break::inside;
};

/// The units of a text, which tile it. `words` are the first bytes of its words, in order. None is wider than
/// `widest` half columns, but for a run of signs that belong together.
std::vector<LineUnit> line_units(std::string_view text, std::span<const std::uint32_t> words, int widest);

}  // namespace langdu
