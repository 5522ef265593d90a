#include <algorithm>
#include <string_view>

#include "clean/line_text.h"
#include "clean/page_lines.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::size_t longest_link = 60;  // code points
constexpr std::size_t fewest_lines_of_a_text = 3;
constexpr std::size_t fewest_announced = 3;  // the heading and two links
constexpr std::size_t most_between = 12;     // lines that may stand between two of a page's foot

/// 1. or 1、, as lists of links have it; headings of a text have 一、 and （一） more often.
bool starts_with_digit(std::string_view line) { return !line.empty() && is_digit(rune_at(line, 0).code); }

/// What stands below an official paper: 附件1：…, the signature, the date.
bool is_of_a_paper(const PageLines& lines, std::size_t line) {
  return lines.is_signature(line) || lines.is_date(line) || lines.text(line).starts_with("附件");
}

bool may_be_link(const PageLines& lines, std::size_t line) {
  const std::string_view text = lines.text(line);
  const bool heading = starts_numbered(text) && !starts_with_digit(text) && !text.starts_with("·");
  return !is_longer(text, longest_link) && !heading && !is_of_a_paper(lines, line);
}

/// A heading of links, or of a part of the text: it depends on what follows.
bool may_announce_links(std::string_view text) {
  constexpr std::string_view headings[] = {"延伸阅读", "延伸閱讀", "更多文章", "更多新闻", "更多资讯",
                                           "热门文章", "最新文章", "相关阅读", "推荐阅读"};
  return std::find(std::begin(headings), std::end(headings), text) != std::end(headings);
}

/// Drops such a heading with its links, when they are the end of the page or stand above its foot.
void drop_announced_links(PageLines& lines) {
  for (std::size_t i = lines.tail_begin; i < lines.size(); ++i) {
    if (!lines.is_kept(i) || !may_announce_links(lines.text(i))) continue;
    std::size_t end = i + 1;
    while (end < lines.size() && lines.is_kept(end) && may_be_link(lines, end) && !lines.is_body(end)) ++end;
    const bool is_last = end == lines.size() || !lines.is_kept(end);
    // The last lines of a text may be a list of books.
    if (end - i < fewest_announced || !is_last || !is_page_of_site(lines, i)) continue;
    for (std::size_t line = i; line < end; ++line) lines.rule_of[line] = "recommendation";
  }
}

/// Behind a line that announces links (推荐访问：) the short lines are links, up to an empty line or what is
/// no link.
void drop_link_list(PageLines& lines) {
  bool list = false;
  bool any = false;  // a link has been found
  for (std::size_t i = lines.tail_begin; i < lines.size(); ++i) {
    const std::string_view rule = lines.rule_of[i];
    if (rule == "recommendation" || rule == "link_titles") {
      list = true;
      any = false;
    } else if (list && rule.empty()) {
      list = !(any && lines.blocks[i].after_blank_line) && may_be_link(lines, i);
      if (list) lines.rule_of[i] = "recommendation";
      any = true;
    }
  }
}

/// What stands between two lines of a page's foot belongs to it, too.
void drop_between(PageLines& lines) {
  std::size_t text = 0;  // lines of the text so far
  std::size_t foot = 0;  // the last line of the foot, once there is one
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool is_foot = i >= lines.tail_begin && !lines.is_kept(i) && has_sign(lines.rows[i], Sign::foot);
    text += lines.is_kept(i) ? (lines.is_body(i) ? fewest_lines_of_a_text : 1U) : 0U;
    if (!is_foot || text < fewest_lines_of_a_text + 1) continue;
    if (foot > 0 && i - foot <= most_between) {
      for (std::size_t between = foot + 1; between < i; ++between) {
        if (lines.is_kept(between) && !lines.is_body(between) && !is_of_a_paper(lines, between))
          lines.rule_of[between] = "foot_of_the_page";
      }
    }
    foot = i;
  }
}

/// A page to log in or one that says that there is none: nothing on it is text.
void drop_page_without_text(PageLines& lines) {
  std::size_t dropped = 0;
  bool sign = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines.is_body(i)) return;
    dropped += lines.is_kept(i) ? 0U : 1U;
    sign = sign || (!lines.is_kept(i) && has_sign(lines.rows[i], Sign::no_text));
  }
  if (!sign || dropped * 3 < lines.size()) return;
  for (std::string_view& rule : lines.rule_of) {
    if (rule.empty()) rule = "page_without_text";
  }
}

}  // namespace

void drop_foot(PageLines& lines) {
  drop_link_list(lines);
  drop_announced_links(lines);
  drop_between(lines);
  drop_page_without_text(lines);
}

}  // namespace langdu
