#include <algorithm>
#include <string>

#include "clean/line_text.h"
#include "clean/menus.h"
#include "clean/page_lines.h"
#include "clean/title.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::size_t longest_author = 12;      // code points
constexpr std::size_t longest_subtitle = 40;    // code points
constexpr std::size_t longest_refrain = 10;     // code points
constexpr std::size_t longest_short_title = 7;  // code points

/// The heading that the reader of the format gives as the title, or that stands alone above all others; the
/// number of lines when there is none.
std::size_t given_title(const PageLines& lines) {
  std::size_t title = lines.size();
  std::size_t count = 0;  // of the outermost headings
  int outermost = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Block& block = lines.blocks[i];
    if (block.kind != BlockKind::heading || !lines.is_kept(i)) continue;
    if (block.level == 0) return i;
    if (count == 0 || block.level < outermost) {
      outermost = block.level;
      title = i;
      count = 0;
    }
    count += block.level == outermost ? 1U : 0U;
  }
  return count == 1 && title < lines.top_end ? title : lines.size();
}

/// The key of a line without what sites put behind titles.
std::string key_of_title(std::string_view line) {
  return title_key(line.substr(0, split_title(line, {}).title.end));
}

/// Whether a line behind `first`, before `end`, says the title again: its first `size` bytes, or all of it.
bool drop_repetitions(PageLines& lines, std::size_t first, std::size_t end, std::uint32_t size) {
  const std::string whole = title_key(lines.text(first));
  const std::string key = title_key(lines.text(first).substr(0, size));
  const bool is_short = key == whole && !is_longer(key, longest_short_title);
  bool found = false;
  bool next = true;  // no other text between the title and this line
  for (std::size_t i = first + 1; i < end; ++i) {
    if (!lines.is_kept(i)) continue;
    const bool may_repeat = next || !lines.is_kept(i - 1);
    next = false;
    const std::string other = key_of_title(lines.text(i));
    if (other.empty() || (other != key && other != whole)) continue;
    // A short line may be a refrain or the heading of a part.
    if (is_short && (found || !may_repeat)) continue;
    // The first line of a song may be said again at once: a short title must stand apart here too.
    const bool edge = !lines.is_kept(i - 1) || (i + 1 < lines.size() && !lines.is_kept(i + 1));
    const bool alone =
        lines.blocks[i].after_blank_line && (i + 1 == lines.size() || lines.blocks[i + 1].after_blank_line);
    const bool apart = edge || alone;
    if (key == whole && !apart && !is_longer(key, longest_refrain)) continue;
    lines.rule_of[i] = "duplicate_title";
    found = true;
  }
  return found;
}

/// A title stands apart: before an empty line (perhaps with the author's between), before the text, or
/// before boilerplate.
bool is_set_off(const PageLines& lines, std::size_t title) {
  const std::size_t next = title + 1;
  if (!lines.is_kept(next) || lines.blocks[next].after_blank_line || lines.is_body(next)) return true;
  if (is_under_title(lines.text(next)) || names_a_paper(lines.text(title))) return true;
  const bool subtitle = lines.text(next).starts_with("——") && !is_longer(lines.text(next), longest_subtitle);
  const bool by_line = subtitle || !is_longer(lines.text(next), longest_author);
  if (!by_line || next + 1 >= lines.size()) return false;
  return lines.blocks[next + 1].after_blank_line || !lines.is_kept(next + 1);
}

constexpr std::size_t fewest_signs = 2;
constexpr std::size_t longest_word = 6;  // code points
constexpr std::size_t fewest_items = 5;  // of a menu that stands a word a line
constexpr std::size_t latest_word = 3;   // lines above the first word of a menu that stands a word a line

bool is_one_word(std::string_view text) { return !is_longer(text, longest_word); }

/// A short line between the head of a page and its title.
bool is_name_of_site(const PageLines& lines, std::size_t line) {
  if (line == 0 || lines.is_kept(line - 1) || line + 1 >= lines.size() || !lines.is_kept(line + 1))
    return false;
  return names_a_site(lines.text(line)) && looks_like_title(lines.text(line + 1)) &&
         lines.text(line + 1).size() > lines.text(line).size();
}

/// What a site puts between its head and the title: its address, menus in brackets, fields (主题分类：…).
bool is_chrome(std::string_view text) {
  if (is_one_word(text) || names_a_site(text) || text.starts_with("[") || text.starts_with("【")) return true;
  if (text.find("www.") != text.npos || text.find("http") != text.npos) return true;
  const std::size_t colon = std::min(text.find("："), text.find(':'));
  return colon != text.npos && is_one_word(text.substr(0, colon)) && colon + 3 < text.size();
}

/// Whether the page says of a line that it is the title: what a page says of its text follows, or it is said
/// again.
bool is_shown_as_title(const PageLines& lines, std::size_t line, std::size_t end) {
  if (!lines.is_kept(line) || lines.is_body(line) || !looks_like_title(lines.text(line))) return false;
  if (line + 1 < end && has_sign(lines.rows[line + 1], Sign::about)) return !is_chrome(lines.text(line));
  const std::string wanted = key_of_title(lines.text(line));
  if (!is_longer(wanted, longest_short_title)) return false;
  for (std::size_t i = line + 1; i < end; ++i) {
    if (key_of_title(lines.text(i)) == wanted) return true;
  }
  return false;
}

/// The line from `first` on that the page shows as its title, with nothing but chrome above it; `first` when
/// there is none.
std::size_t find_shown_title(const PageLines& lines, std::size_t first, std::size_t end) {
  for (std::size_t i = first; i < end; ++i) {
    if (is_shown_as_title(lines, i, end)) return i;
    if (lines.is_kept(i) && !is_chrome(lines.text(i))) break;
  }
  return first;
}

/// The name of an account between the title and the time with its button: + 关注.
void drop_account(PageLines& lines, std::size_t title) {
  const std::size_t name = title + 1;
  if (name + 2 >= lines.size() || !lines.is_kept(name) || lines.is_kept(name + 1)) return;
  const bool follow = !lines.is_kept(name + 2) && lines.text(name + 2).find("关注") != std::string_view::npos;
  if (follow && !is_longer(lines.text(name), longest_author)) lines.rule_of[name] = "account";
}

/// A menu that stands a word a line above everything else.
void drop_word_menu(PageLines& lines) {
  std::size_t end = 0;
  std::size_t words = 0;
  std::size_t sure = 0;
  while (end < lines.top_end && is_one_word(lines.text(end))) {
    const MenuWord word = menu_word(lines.text(end));
    words += word != MenuWord::none ? 1U : 0U;
    sure += word == MenuWord::sure ? 1U : 0U;
    ++end;
  }
  if (end < fewest_items || words * 2 < end || sure < fewest_signs || end + 1 >= lines.size()) return;
  const std::uint64_t menu = row_named("menu");
  for (std::size_t i = 0; i < end; ++i) {
    lines.rule_of[i] = "menu";
    lines.rows[i] |= menu;
  }
}

}  // namespace

void drop_above_title(PageLines& lines) {
  drop_word_menu(lines);
  std::size_t head = 0;   // behind the last line of the page's head
  std::size_t signs = 0;  // of a head; one may be the heading of a part: 登录
  for (std::size_t i = 0; i < lines.top_end; ++i) {
    if (!has_sign(lines.rows[i], Sign::head) || lines.is_kept(i)) continue;
    const bool word = is_one_word(lines.text(i));
    if (word && signs == 0 && i >= latest_word) continue;  // a list of the text may hold it
    head = i + 1;
    signs += word ? 1U : fewest_signs;
  }
  const std::size_t end = std::min(lines.size(), lines.top_end + 1);
  std::size_t title = head;
  while (title < end && (!lines.is_kept(title) || is_name_of_site(lines, title))) ++title;
  title = find_shown_title(lines, title, end);
  const bool has_title = title < end && !lines.is_body(title);
  const bool titled = has_title && signs >= fewest_signs;
  for (std::size_t i = 0; i < lines.top_end; ++i) {
    const bool above = titled && i < title;
    const bool is_uncertain =
        !above && (!titled || i >= head) && is_one_word(lines.text(i)) && has_sign(lines.rows[i], Sign::head);
    if (is_uncertain) {
      lines.rule_of[i] = {};
    } else if (lines.is_kept(i) && above) {
      lines.rule_of[i] = "head_of_the_page";
    } else if (lines.is_kept(i) && has_title && i >= head && i < title) {
      lines.rule_of[i] = "site_name";
    }
  }
}

void take_title(PageLines& lines, bool keep_all) {
  std::string& title = lines.document.metadata.title;
  title.resize(split_title(title, {}).title.end);
  std::size_t first = given_title(lines);
  const bool given = first < lines.size();
  if (!given) {
    first = 0;
    while (first < lines.size() && !lines.is_kept(first)) ++first;
    if (first + 1 >= lines.size() || first >= lines.top_end || !looks_like_title(lines.text(first))) return;
    if (lines.blocks[first].kind == BlockKind::heading) return;  // one of several
  }
  const std::size_t end = std::min({lines.size(), lines.top_end + 1, first + lines_near_the_top});
  std::vector<std::string_view> near;
  for (std::size_t i = 0; i < end; ++i) {
    if (i != first) near.push_back(lines.text(i));
  }
  const TitleParts parts = split_title(lines.text(first), near);
  const bool again = drop_repetitions(lines, first, end, parts.title.end);
  if (!given && !again && !is_set_off(lines, first)) return;
  Block& block = lines.blocks[first];
  block.kind = BlockKind::heading;
  block.level = 0;
  title = lines.text(first).substr(0, parts.title.end);
  for (std::size_t i = first + 1; i < end && lines.blocks[i].kind == BlockKind::heading; ++i) {
    if (!is_under_title(lines.text(i))) break;
    lines.blocks[i].kind = BlockKind::paragraph;
    lines.blocks[i].level = 0;
  }
  drop_account(lines, first);
  if (keep_all) return;
  auto& dropped = lines.document.dropped;
  if (parts.suffix) dropped.push_back({block.text.source(*parts.suffix), "title_suffix"});
  if (parts.site) dropped.push_back({block.text.source(*parts.site), "site_name"});
  if (parts.title.end < block.text.size()) block.text = block.text.slice(parts.title);
}

}  // namespace langdu
