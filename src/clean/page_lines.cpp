#include "clean/page_lines.h"

#include <algorithm>
#include <bit>
#include <initializer_list>
#include <string>

#include "clean/line_text.h"
#include "clean/menus.h"
#include "clean/title.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::size_t long_line = 60;  // code points: no label or link is that long
constexpr std::size_t fewest_pictures = 3;
constexpr std::size_t longest_label = 40;      // code points: of a link
constexpr std::size_t most_links = 8;          // below their heading
constexpr std::size_t longest_signature = 30;  // code points: 中共某某市委办公室
constexpr std::size_t lines_of_a_register = 6;
constexpr std::size_t most_lines_at_the_top = 40;
constexpr std::size_t most_lines_in_the_tail = 200;
constexpr std::size_t most_strays = 2;      // sentences that may stand below the foot of a page
constexpr std::size_t lines_of_a_foot = 8;  // how far above a stray line the foot is looked for
constexpr std::size_t fewest_sure = 2;      // one such line may be quoted in a text

/// Text by its own form.
bool looks_like_body(std::string_view text) {
  return ends_sentence(text) || ends_with_colon(text) || is_longer(text, long_line);
}

std::uint64_t rows_named(std::initializer_list<std::string_view> names) {
  std::uint64_t rows = 0;
  for (const std::string_view name : names) rows |= row_named(name);
  return rows;
}

/// Rows that only the foot of a web page matches.
std::uint64_t sure_rows() { return rows_named({"registration", "copyright", "navigation", "powered_by"}); }

/// Rows that other texts match, too: they are no evidence of a site.
std::uint64_t weak_rows() {
  return rows_named({"separator", "page_number", "end_mark", "source_line", "tags", "hashtags", "comments",
                     "download_button", "link_titles", "recommendation", "menu", "credits",
                     "display_settings", "error_page", "membership", "site_strip", "end_of_chapter", "player",
                     "image_mark"});
}

constexpr std::size_t fewest_entries = 3;  // so many time stamps at the top are the entries of a log

/// Headings that a text may have, too.
bool may_be_heading(std::string_view text) {
  constexpr std::string_view words[] = {"相关问题", "推荐医生", "排行"};
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return text.find(word) != text.npos; });
}

/// Whether one of the fields that only the register of an official paper has stands near.
bool is_in_register(const PageLines& lines, std::size_t line) {
  const std::size_t begin = line - std::min(line, lines_of_a_register);
  const std::size_t end = std::min(lines.size(), line + lines_of_a_register + 1);
  for (std::size_t i = begin; i < end; ++i) {
    const std::string_view text = lines.text(i);
    const bool field =
        text.starts_with("索引号") || text.starts_with("信息索引") || text.starts_with("主题分类");
    if (field && (i != line || text.starts_with("索引号"))) return true;
  }
  return false;
}

/// A row that may be quoted in a text of short lines: it needs another one near.
bool lacks_evidence(const PageLines& lines, std::size_t line, std::string_view rule) {
  if (rule == "error_page" || rule == "membership") {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i != line && has_sign(lines.rows[i], Sign::no_text)) return false;
    }
    return !is_page_of_site(lines, line);
  }
  if (rule == "index_line") {  // one field alone may be a line of a form
    const std::string folded = fold_line(lines.text(line));
    return std::count(folded.begin(), folded.end(), ':') < 2 && !is_in_register(lines, line);
  }
  if (rule == "image_mark" && lines.text(line) == "图片")
    return lines.image_marks < fewest_pictures && !is_page_of_site(lines, line);
  if (rule == "player" && is_digit(code_at(lines.text(line), 0))) return lines.players == 0;  // 07:00/07:05
  if (rule == "site_strip") return !is_page_of_site(lines, line);
  if (rule == "link_titles" && may_be_heading(lines.text(line))) return !is_page_of_site(lines, line);
  if (rule == "comments") return !is_page_of_site(lines, line);
  if (rule == "file_shop" && lines.text(line).starts_with("《")) return !is_page_of_site(lines, line);
  if (rule == "inserted_advertisement" && !is_longer(lines.text(line), 2)) {  // 广告 in a list of words
    const bool between =
        line > 0 && line + 1 < lines.size() && lines.is_body(line - 1) && lines.is_body(line + 1);
    return !between && !is_page_of_site(lines, line);
  }
  return false;
}

/// The last item of a way through a site is the title of the page, which stands below.
bool leads_to_title(const PageLines& lines, std::size_t line) {
  if (menu_kind(lines.text(line)) != MenuKind::steps) return false;
  const std::string folded = fold_line(lines.text(line));
  const std::string key = title_key(std::string_view(folded).substr(folded.rfind('>') + 1));
  const std::size_t end = std::min(lines.size(), line + lines_near_the_top);
  for (std::size_t i = line + 1; !key.empty() && i < end; ++i) {
    if (title_key(lines.text(i)) == key) return true;
  }
  return false;
}

/// Whether the foot of a page stands just above `end`: sure lines, and at most `most_strays` sentences
/// below them.
bool is_below_foot(const PageLines& lines, std::size_t end) {
  static const std::uint64_t sure = sure_rows();
  const std::size_t begin = end - std::min(end, lines_of_a_foot);
  std::size_t strays = 0;
  std::size_t found = 0;
  for (std::size_t i = end; i > begin && strays <= most_strays; --i) {
    const std::uint64_t rows = lines.rows[i - 1];
    if ((rows & sure) != 0 && ++found == fewest_sure) return true;
    if (rows == 0 && lines.is_body(i - 1)) ++strays;
  }
  return false;
}

/// Whether a short line stands below a heading of links (往期精彩): their titles may be questions.
bool is_among_links(const PageLines& lines, std::size_t line) {
  static const std::uint64_t headings = rows_named({"link_titles", "recommendation"});
  if (lines.text(line).ends_with("。") || is_longer(lines.text(line), longest_label)) return false;
  for (std::size_t i = line; i > 0 && line - i < most_links; --i) {
    if ((lines.rows[i - 1] & headings) != 0) return true;
    if (lines.rows[i - 1] != 0 || is_longer(lines.text(i - 1), longest_label)) return false;
  }
  return false;
}

/// A title that is a question: what a page says of its text follows.
bool is_question_title(const PageLines& lines, std::size_t line) {
  const std::string_view text = lines.text(line);
  return (text.ends_with("？") || text.ends_with("?")) && !is_longer(text, longest_label) &&
         text.find("。") == text.npos && line + 1 < lines.size() &&
         has_sign(lines.rows[line + 1], Sign::about);
}

/// Where what visitors wrote begins: at its heading, when less follows than stands before. The number of
/// lines when there is none.
std::size_t find_comments(const PageLines& lines) {
  std::size_t all = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) all += lines.rows[i] == 0 ? lines.text(i).size() : 0;
  std::size_t before = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (has_sign(lines.rows[i], Sign::comments) && before * 3 > all * 2 && is_page_of_site(lines, i))
      return i;
    before += lines.rows[i] == 0 ? lines.text(i).size() : 0;
  }
  return lines.size();
}

}  // namespace

PageLines::PageLines(Document& of)
    : document(of), blocks(of.blocks), rows(of.blocks.size()), rule_of(of.blocks.size()) {}

bool PageLines::is_body(std::size_t line) const { return looks_like_body(text(line)) && rows[line] == 0; }

bool PageLines::is_date(std::size_t line) const {
  return !text(line).empty() && find_date(text(line)) == text(line);
}

bool PageLines::is_signature(std::size_t line) const {
  const auto is_name = [&](std::size_t i) {
    return is_kept(i) && !looks_like_body(text(i)) && !is_date(i) && !is_longer(text(i), longest_signature);
  };
  if (is_date(line)) return line > 0 && is_name(line - 1);
  return line + 1 < size() && is_name(line) && is_date(line + 1);
}

bool is_longer(std::string_view text, std::size_t runes) {
  return text.size() > runes * 4 || count_runes(text) > runes;
}

bool is_page_of_site(const PageLines& lines, std::size_t but) {
  static const std::uint64_t weak = weak_rows();
  const std::size_t own = (lines.rows[but] & ~weak) != 0 ? 1 : 0;
  return lines.of_site > own;
}

void find_edges(PageLines& lines) {
  const std::size_t size = lines.size();
  const std::size_t most_top = std::min(size, most_lines_at_the_top);
  const std::size_t least_tail = size - std::min(size, most_lines_in_the_tail);
  for (std::size_t i = 0; i < size; ++i) {
    const bool edge = i < most_top || i >= least_tail;
    lines.rows[i] = edge ? match_boilerplate(lines.text(i)) : match_boilerplate_in_the_middle(lines.text(i));
  }
  static const std::uint64_t image = row_named("image_mark");
  static const std::uint64_t player = row_named("player");
  static const std::uint64_t weak = weak_rows();
  static const std::uint64_t breadcrumb = row_named("breadcrumb");
  for (std::size_t i = 0; i < most_top; ++i) {
    if (leads_to_title(lines, i)) lines.rows[i] |= breadcrumb;
  }
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint64_t rows = lines.rows[i];
    lines.image_marks += (rows & image) != 0 ? 1U : 0U;
    lines.players += (rows & player) != 0 && !is_digit(code_at(lines.text(i), 0)) ? 1U : 0U;
    lines.of_site += (rows & ~weak) != 0 ? 1U : 0U;
  }
  // The first line may be a long title.
  const auto is_in_head = [&](std::size_t line) {
    return line == 0 || !lines.is_body(line) || is_question_title(lines, line);
  };
  while (lines.top_end < most_top && is_in_head(lines.top_end)) ++lines.top_end;
  const std::size_t comments = find_comments(lines);
  for (std::size_t i = comments; i < size; ++i) lines.rule_of[i] = "comments";
  lines.tail_begin = comments;
  std::size_t strays = 0;
  while (lines.tail_begin > least_tail) {
    if (lines.is_body(lines.tail_begin - 1) && !is_among_links(lines, lines.tail_begin - 1) &&
        (++strays > most_strays || !is_below_foot(lines, lines.tail_begin)))
      break;
    --lines.tail_begin;
  }
}

void drop_known_lines(PageLines& lines) {
  static const std::uint64_t stamps = rows_named({"time_stamp", "page_date"});
  static const std::uint64_t other = ~(stamps | weak_rows());
  std::size_t entries = 0;  // time stamps
  bool of_site = false;     // by other lines
  for (std::size_t i = 0; i < lines.size(); ++i) {
    entries += (lines.rows[i] & stamps) != 0 ? 1U : 0U;
    of_site = of_site || (lines.rows[i] & other) != 0;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines.is_kept(i)) continue;
    const bool tail = i >= lines.tail_begin;
    const bool top = i < lines.top_end;
    for (std::uint64_t rows = lines.rows[i]; rows != 0; rows &= rows - 1) {
      const auto& rule = boilerplate_rules()[static_cast<std::size_t>(std::countr_zero(rows))];
      const bool fits = rule.zone == Zone::anywhere || (rule.zone == Zone::edges && (top || tail)) ||
                        (rule.zone == Zone::top && top) || (rule.zone == Zone::tail && tail);
      if (!fits) continue;
      const bool is_stamp = rule.name == "time_stamp" || rule.name == "page_date";
      const bool signed_date = is_stamp && tail && i > lines.tail_begin && lines.is_signature(i);
      const bool entry = is_stamp && entries >= fewest_entries && !of_site;
      if (signed_date || entry) break;
      if (lacks_evidence(lines, i, rule.name)) continue;
      lines.rule_of[i] = rule.name;
      break;
    }
  }
}

}  // namespace langdu
