#include <algorithm>
#include <string>

#include "text/ascii.h"

#include "read/html.h"

namespace langdu {
namespace {

constexpr std::size_t head_size = 4096;  // bytes in which a page shows itself and its encoding

std::string lower_head(std::string_view content) { return lower_ascii(content.substr(0, head_size)); }

/// The value behind `name` and "=", with or without quotes.
std::string_view value_behind(std::string_view text, std::string_view name) {
  const std::size_t at = text.find(name);
  if (at == std::string_view::npos) return {};
  std::string_view rest = text.substr(at + name.size());
  const std::size_t begin = rest.find_first_not_of(" \t\r\n=\"'");
  if (begin == std::string_view::npos || rest.substr(0, begin).find('=') == std::string_view::npos) return {};
  rest.remove_prefix(begin);
  return rest.substr(0, rest.find_first_of(" \t\r\n\"';>?/"));
}

}  // namespace

bool shows_html(std::string_view content) {
  const std::string head = lower_head(content);
  std::string_view rest = head;
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  for (;;) {  // what may stand in front of the first element
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
    const bool comment = rest.starts_with("<!--");
    if (!comment && !rest.starts_with("<?xml")) break;
    const std::size_t end = rest.find(comment ? "-->" : "?>");
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + (comment ? 3 : 2));
  }
  constexpr std::string_view starts[] = {"<!doctype html", "<html", "<head",  "<body", "<meta", "<title",
                                         "<script",        "<div",  "<table", "<p>",   "<h1",   "<article",
                                         "<section",       "<link", "<style"};
  return std::any_of(std::begin(starts), std::end(starts),
                     [&](std::string_view start) { return rest.starts_with(start); });
}

const Encoding* declared_html_encoding(std::string_view content) {
  const std::string head = lower_head(content);
  const std::string_view charset = value_behind(head, "charset");
  if (const Encoding* found = find_encoding(charset); found != nullptr && !charset.empty()) return found;
  if (!std::string_view(head).starts_with("<?xml")) return nullptr;
  const std::string_view encoding =
      value_behind(std::string_view(head).substr(0, head.find("?>")), "encoding");
  return encoding.empty() ? nullptr : find_encoding(encoding);
}

}  // namespace langdu
