#include "clean/title.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>

#include "clean/line_text.h"
#include "clean/script.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::size_t longest_title = 80;  // code points

const RE2& suffix_pattern() {
  // What sites write in the brackets behind a title; (试行), (草案) and places belong to it.
  static const RE2 pattern(
      R"((全文完整版?|全文|完整版?|完整全文|(精选|最新|通用|优秀|热门|实用|推荐|合集|范本|范文|模板|共)*\d* ?篇?|(20\d\d年?)?(精选|最新|通用|优秀|热门|实用|推荐|合集|范本|范文|模板|完整版)+|\d+ ?字))",
      RE2::Quiet);
  return pattern;
}

/// The last bracket group, if it closes the text and a site wrote it; else an empty span at the end.
Span find_suffix(std::string_view text) {
  const auto end = static_cast<std::uint32_t>(text.size());
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

/// Where the name of the site begins: at a separator, when some other line is just what stands before it.
std::uint32_t find_site(std::string_view text, const std::vector<std::string_view>& lines_near) {
  constexpr std::u32string_view separators = U"_-|｜丨—–－";
  for (std::size_t at = text.size(); at > 0;) {
    const Rune rune = rune_before(text, at);
    at -= rune.size;
    if (separators.find(rune.code) == std::u32string_view::npos) continue;
    const std::string key = title_key(text.substr(0, at));
    if (key.empty()) continue;
    const bool said = std::any_of(lines_near.begin(), lines_near.end(),
                                  [&](std::string_view line) { return title_key(line) == key; });
    if (said) return static_cast<std::uint32_t>(at);
  }
  return static_cast<std::uint32_t>(text.size());
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

TitleParts split_title(std::string_view line, const std::vector<std::string_view>& lines_near) {
  const auto size = static_cast<std::uint32_t>(line.size());
  TitleParts parts;
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
