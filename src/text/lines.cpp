#include "text/lines.h"

#include <algorithm>

#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::uint32_t bytes_between_marks = 1000;

}  // namespace

Lines::Lines(std::string_view text) : text_(text), marks_{{0, {}}} {
  Place place;
  for (std::uint32_t at = 0; at < text.size();) {
    const Rune rune = rune_at(text, at);
    at += rune.size;
    ++place.column;
    if (rune.code == U'\n') place = {place.line + 1, 1};
    if (rune.code == U'\n' || at - marks_.back().offset >= bytes_between_marks) marks_.push_back({at, place});
  }
}

Place Lines::place(std::uint32_t offset) const {
  const auto after =
      std::upper_bound(marks_.begin(), marks_.end(), offset,
                       [](std::uint32_t value, const Mark& mark) { return value < mark.offset; });
  const Mark& mark = *(after - 1);
  const auto further = count_runes(text_.substr(mark.offset, offset - mark.offset));
  return {mark.place.line, mark.place.column + static_cast<std::uint32_t>(further)};
}

}  // namespace langdu
