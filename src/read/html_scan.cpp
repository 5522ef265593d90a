#include "read/html_scan.h"

#include <algorithm>

#include "text/ascii.h"

namespace langdu {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::size_t past_blanks(std::string_view html, std::size_t at) {
  while (at < html.size() && is_blank(html[at])) ++at;
  return at;
}

/// Behind the value of an attribute that begins at `at`.
std::size_t past_value(std::string_view html, std::size_t at) {
  if (at < html.size() && (html[at] == '"' || html[at] == '\'')) {
    const std::size_t close = html.find(html[at], at + 1);
    return close == std::string_view::npos ? html.size() : close + 1;
  }
  while (at < html.size() && !is_blank(html[at]) && html[at] != '>') ++at;
  return at;
}

/// Reads the attributes from `at` to the end of the tag, by the states of the HTML standard ("Tokenization").
void scan_attributes(std::string_view html, std::size_t at, HtmlTag& tag) {
  std::size_t count = 0;
  for (;;) {
    bool slash = false;
    for (; at < html.size() && (is_blank(html[at]) || html[at] == '/'); ++at) slash = html[at] == '/';
    tag.closed_at_once = slash;
    if (at >= html.size() || html[at] == '>') break;
    if (++count == most_attributes + 1) tag.too_many = at;
    ++at;  // a name may begin with "="
    while (at < html.size() && !is_blank(html[at]) && html[at] != '/' && html[at] != '>' && html[at] != '=')
      ++at;
    const std::size_t equals = past_blanks(html, at);
    if (equals < html.size() && html[equals] == '=') at = past_value(html, past_blanks(html, equals + 1));
  }
  tag.end = std::min(at + 1, html.size());
}

}  // namespace

HtmlTag scan_html_tag(std::string_view html, std::size_t at) {
  HtmlTag tag;
  std::size_t i = at + 1;
  tag.closing = i < html.size() && html[i] == '/';
  if (tag.closing) ++i;
  tag.end = i;
  if (i >= html.size() || !is_ascii_letter(html[i])) return tag;
  for (; i < html.size() && (is_ascii_letter(html[i]) || is_digit(html[i])); ++i)
    tag.name += lower_ascii(html[i]);
  while (i < html.size() && !is_blank(html[i]) && html[i] != '/' && html[i] != '>') {
    tag.name += html[i++];  // <o:p>, <my-tag>
  }
  scan_attributes(html, i, tag);
  return tag;
}

std::size_t CommentEnds::find(std::string_view end, std::size_t from, std::size_t& known) const {
  if (known < from) known = std::min(html_.find(end, from), html_.size());
  return known;
}

std::size_t CommentEnds::behind(std::size_t at) {
  // "<!-->" and "<!--->" are comments too.
  const std::size_t plain = find("-->", at + 2, plain_);
  const std::size_t wrong = find("--!>", at + 4, wrong_);
  return std::min(plain < wrong ? plain + 3 : wrong + 4, html_.size());
}

}  // namespace langdu
