#include "text/lines.h"

#include <algorithm>

#include "text/utf8.h"

namespace langdu {

Lines::Lines(std::string_view text) : text_(text), begins_{0} {
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    begins_.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

Place Lines::place(std::uint32_t offset) const {
  const auto after = std::upper_bound(begins_.begin(), begins_.end(), offset);
  const auto line = static_cast<std::uint32_t>(after - begins_.begin());
  const std::uint32_t begin = *(after - 1);
  const auto column = count_runes(text_.substr(begin, offset - begin)) + 1;
  return {line, static_cast<std::uint32_t>(column)};
}

}  // namespace langdu
