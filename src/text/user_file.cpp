#include "text/user_file.h"

#include <algorithm>

#include "text/utf8.h"

namespace langdu {

std::string_view trimmed(std::string_view text) {
  const Span inner = without_edge_blanks(text);
  return text.substr(inner.begin, inner.size());
}

std::string excerpt(std::string_view text) {
  constexpr std::size_t most = 30;  // code points; a person finds the place by fewer
  std::string out;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const Rune rune = rune_at(text, at);
    if (count == most) return out + "...";
    append_utf8(out, rune.valid && !is_invisible(rune.code) && rune.code != U'\r' ? rune.code : U'\uFFFD');
    at += rune.size;
  }
  return out;
}

void for_each_user_line(std::string_view content,
                        const std::function<void(std::string_view line, std::uint32_t number)>& take) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (content.starts_with(byte_order_mark)) content.remove_prefix(byte_order_mark.size());
  for (std::uint32_t number = 1; !content.empty(); ++number) {
    const std::size_t end = std::min(content.find('\n'), content.size());
    std::string_view line = content.substr(0, end);
    content.remove_prefix(std::min(end + 1, content.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::string_view text = trimmed(line);
    if (!text.empty() && text[0] != '#') take(line, number);
  }
}

}  // namespace langdu
