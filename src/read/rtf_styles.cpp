#include "read/rtf_styles.h"

#include <algorithm>
#include <string_view>

#include "text/ascii.h"
#include "text/utf8.h"

namespace langdu {

int level_of_style_name(const std::string& name) {
  constexpr std::string_view openings[] = {"heading", "标题", "標題"};
  std::string_view rest = name;
  rest = rest.substr(0, rest.find(';'));
  const Span inner = without_edge_blanks(rest);
  rest = rest.substr(inner.begin, inner.size());
  const std::string lower = lower_ascii(rest);
  for (const std::string_view opening : openings) {
    if (!std::string_view(lower).starts_with(opening)) continue;
    const std::string_view number = std::string_view(lower).substr(opening.size());
    const Span digits = without_edge_blanks(number);
    if (digits.size() == 1 && number[digits.begin] >= '1' && number[digits.begin] <= '9')
      return number[digits.begin] - '0';
  }
  return 0;
}

void RtfStyles::finish_style() {
  const int level = level_ > 0 ? level_ : level_of_style_name(name_);
  if (level > 0) levels_[number_] = level;
  number_ = 0;
  level_ = 0;
  name_.clear();
}

}  // namespace langdu
