#include "clean/title.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "clean/line_text.h"
#include "clean/script.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::size_t longest_title = 80;  // code points
constexpr std::size_t shortest_paper = 5;  // the same: 通知 alone may be anything

const RE2& suffix_pattern() {
  // What sites write in the brackets behind a title; (试行), (草案) and places belong to it.
  static const RE2 pattern(
      R"((全文完整版?|全文|完整版?|完整全文|(精选|最新|通用|优秀|热门|实用|推荐|合集|范本|范文|模板|共)*\d* ?篇?|(20\d\d年?)?(精选|最新|通用|优秀|热门|实用|推荐|合集|范本|范文|模板|完整版)+|\d+ ?字|第?\d+/\d+页?))",
      RE2::Quiet);
  return pattern;
}

/// The extension of a file, or the last bracket group if it closes the text and a site wrote it; else an
/// empty span at the end.
Span find_suffix(std::string_view text) {
  const auto end = static_cast<std::uint32_t>(text.size());
  for (const std::string_view extension : {".docx", ".doc", ".pdf", ".txt", ".pptx", ".wps"}) {
    if (text.ends_with(extension)) return {end - static_cast<std::uint32_t>(extension.size()), end};
  }
  const Rune last = text.empty() ? Rune{} : rune_before(text, text.size());
  const char32_t opener = last.code == U')' || last.code == U'）' ? U'(' : last.code == U'】' ? U'【' : 0;
  if (opener == 0) return {end, end};
  const std::uint32_t inner_end = end - last.size;
  for (std::size_t at = inner_end; at > 0;) {
    const Rune rune = rune_before(text, at);
    at -= rune.size;
    if (rune.code != opener && !(opener == U'(' && rune.code == U'（')) continue;
    const std::string inner = fold_line(text.substr(at + rune.size, inner_end - at - rune.size));
    const bool site = !inner.empty() && RE2::FullMatch(inner, suffix_pattern());
    return site ? Span{static_cast<std::uint32_t>(at), end} : Span{end, end};
  }
  return {end, end};
}

// What the names of sites end with.
constexpr std::array<std::string_view, 30> site_words = {
    "网",   "網",   "网站", "门户", "论坛", "論壇", "文库", "频道", "客户端", "资讯",
    "日报", "日報", "晚报", "早报", "时报", "周刊", "週報", "报社", "贴吧",   "博客",
    "百科", "知乎", "范文", "书屋", "在线", "之家", "新闻", "com",  "cn",     "文苑"};
// Papers and books end with these.
constexpr std::array<std::string_view, 46> paper_words = {
    "讲话", "講話", "致辞", "致词", "发言", "报告",     "汇报",   "总结", "通知", "通告", "公告",   "公报",
    "通报", "意见", "方案", "办法", "规定", "规则",     "细则",   "条例", "制度", "守则", "章程",   "决定",
    "决议", "命令", "批复", "请示", "函",   "纪要",     "计划",   "规划", "要点", "纲要", "倡议书", "公开信",
    "的信", "说明", "指南", "手册", "预案", "心得体会", "申请书", "建议", "提案", "简报"};

bool ends_with_any(std::string_view text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.ends_with(word); });
}

bool is_separator(char32_t code) {
  constexpr std::u32string_view separators = U"_-|｜丨—–－";
  return separators.find(code) != separators.npos;
}

constexpr std::size_t longest_site = 12;   // code points
constexpr std::size_t longest_column = 6;  // the same: of a part of a site

/// Where the name of the site begins: at a separator, when a known kind of name stands behind it, or some
/// other line is just what stands before it.
std::uint32_t find_site(std::string_view text, const std::vector<std::string_view>& lines_near) {
  std::size_t site = text.size();
  for (std::size_t at = text.size(); at > 0;) {
    const Rune rune = rune_before(text, at);
    const std::size_t behind_separator = at;
    at -= rune.size;
    if (!is_separator(rune.code) || at == 0) continue;
    const std::string key = title_key(text.substr(0, at));
    if (key.empty()) break;
    const std::string behind = title_key(text.substr(behind_separator, site - behind_separator));
    const bool said = std::any_of(lines_near.begin(), lines_near.end(),
                                  [&](std::string_view line) { return title_key(line) == key; });
    const bool named =
        site == text.size() && count_runes(behind) <= longest_site && ends_with_any(behind, site_words);
    const bool column = site < text.size() &&
                        (rune.code == U'_' || rune.code == U'|' || rune.code == U'｜') &&
                        count_runes(behind) <= longest_column;
    if (said) return static_cast<std::uint32_t>(at);
    if (named || column) site = at;
  }
  return static_cast<std::uint32_t>(site);
}

}  // namespace

bool looks_like_title(std::string_view text) {
  if (text.size() > longest_title * 4 || count_runes(text) > longest_title) return false;
  if (ends_with_colon(text) || starts_numbered(text)) return false;
  const Rune last = rune_before(text, text.size());
  constexpr std::u32string_view stops = U"。；，、;,";
  if (stops.find(last.code) != std::u32string_view::npos || text.find("。") != std::string_view::npos)
    return false;
  return !title_key(text).empty();
}

bool names_a_paper(std::string_view line) {
  const std::string key = title_key(line);
  return count_runes(key) >= shortest_paper && ends_with_any(key, paper_words);
}

bool names_a_site(std::string_view line) {
  return count_runes(line) <= longest_site && ends_with_any(title_key(line), site_words);
}

bool is_under_title(std::string_view line) {
  static const RE2 pattern(
      R"((--|-).*(讲话|致辞|发言|报告|讲稿|作品|小说|散文)|\(?\d{4}年\d{1,2}月.{0,12}\)?|(时间|地点|主持人?|会议时间|日期|出席(人员)?|议题):.*)",
      RE2::Quiet);
  return RE2::FullMatch(fold_line(line), pattern);
}

TitleParts split_title(std::string_view line, const std::vector<std::string_view>& lines_near) {
  const auto size = static_cast<std::uint32_t>(line.size());
  TitleParts parts;
  parts.title = {0, size};
  if (line.size() > longest_title * 4) return parts;
  std::uint32_t end = size;
  if (const auto site = find_site(line, lines_near); site < size) {
    parts.site = Span{site, size};
    end = site;
  }
  const std::uint32_t whole = end;
  for (;;) {
    const Span inner = without_edge_blanks(line.substr(0, end));
    const Span suffix = find_suffix(line.substr(0, inner.end));
    if (suffix.empty() || suffix.begin == 0) break;
    end = suffix.begin;
  }
  if (end < whole) parts.suffix = Span{end, whole};
  parts.title = {0, without_edge_blanks(line.substr(0, end)).end};
  return parts;
}

}  // namespace langdu
