#include "clean/printed_pages.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "clean/boilerplate_rules.h"
#include "clean/drop_blocks.h"
#include "clean/line_text.h"
#include "text/ascii.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::size_t fewest_pages = 2;      // with a number at their foot
constexpr std::size_t longest_head = 120;    // bytes: 40 hanzi
constexpr std::size_t lines_around = 2;      // how far from a page's number its head or foot stands
constexpr std::size_t longest_opening = 32;  // bytes: 目 录 in brackets
constexpr std::size_t most_contents = 400;   // lines
constexpr std::size_t fewest_bare_numbers = 3;
constexpr std::size_t shortest_page = 600;  // bytes
constexpr std::size_t latest_first_page = 3;
constexpr std::size_t shortest_broken_line = 15;  // code points

bool is_page_number(const Block& block) {
  const std::string_view text = block.text.text();
  if (block.kind != BlockKind::line || text.size() > longest_head) return false;
  const Span inner = without_edge_blanks(text);
  const std::uint64_t rows = match_boilerplate_in_the_middle(text.substr(inner.begin, inner.size()));
  return (rows & row_named("page_number")) != 0;
}

/// The number that is all of a line, 1 to 9999, or 0.
std::size_t bare_number(std::string_view line) {
  const Span inner = without_edge_blanks(line);
  const std::string_view text = line.substr(inner.begin, inner.size());
  if (text.empty() || text.size() > 4 || text[0] == '0') return 0;
  std::size_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return 0;
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  return number;
}

/// i, ii, iii: the pages in front of the first one.
bool is_roman_number(std::string_view line) {
  const Span inner = without_edge_blanks(line);
  const std::string text = lower_ascii(line.substr(inner.begin, inner.size()));
  return !text.empty() && text.size() <= 5 && text.find_first_not_of("ivx") == text.npos;
}

bool may_be_head(const Block& block) {
  return block.text.size() <= longest_head && !ends_sentence(block.text.text());
}

/// The short lines that stand at more than one page's edge, and are no sentence: each is counted once.
std::unordered_map<std::string, std::size_t> running_heads(const std::vector<Block>& blocks,
                                                           const std::vector<bool>& numbers) {
  std::unordered_map<std::string, std::size_t> counts;
  std::size_t next = 0;  // behind the last line that was counted
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!numbers[i]) continue;
    for (std::size_t j = std::max(next, i - std::min(i, lines_around));
         j <= i + lines_around && j < blocks.size(); ++j) {
      next = j + 1;
      if (numbers[j] || !may_be_head(blocks[j])) continue;
      if (std::string key = title_key(blocks[j].text.text()); !key.empty()) ++counts[std::move(key)];
    }
  }
  std::erase_if(counts, [](const auto& entry) { return entry.second < fewest_pages; });
  return counts;
}

/// The words of a line of a table of contents, without the page and what leads to it: 第一章 总则……3.
std::string contents_key(std::string_view line) {
  std::size_t end = line.size();
  while (end > 0) {
    const Rune rune = rune_before(line, end);
    const bool leader = is_digit(rune.code) || is_blank(rune.code) || rune.code == U'.' ||
                        rune.code == U'…' || rune.code == U'·' || rune.code == U'-' || rune.code == U'_';
    if (!leader) break;
    end -= rune.size;
  }
  return title_key(line.substr(0, end));
}

bool opens_contents(std::string_view line) {
  if (line.size() > longest_opening) return false;
  const std::string key = title_key(line);
  return key == "目录" || key == "目次" || key == "目錄" || key == "contents" || key == "本书目录" ||
         key == "章节目录";
}

/// A line of a table of contents by its form: dots that lead to a number.
bool leads_to_page(std::string_view line) {
  constexpr std::size_t shortest_leader = 3;
  std::size_t end = line.size();
  while (end > 0 && is_digit(rune_before(line, end).code)) end -= rune_before(line, end).size;
  if (end == line.size()) return false;
  std::size_t dots = 0;
  for (; end > 0; end -= rune_before(line, end).size) {
    const char32_t code = rune_before(line, end).code;
    if (code == U'…' || code == U'.' || code == U'·') {
      dots += code == U'…' ? 3 : 1;
    } else if (!is_blank(code)) {
      break;
    }
  }
  return dots >= shortest_leader && end > 0;
}

/// Numbers alone in their lines, as programs write them that take the text out of a PDF: they count up, and
/// stand beside a running head or inside a sentence. The parts of an essay may be numbered like that, too.
void find_bare_numbers(const std::vector<Block>& blocks, std::vector<bool>& numbers) {
  std::vector<std::size_t> run;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::size_t number = bare_number(blocks[i].text.text());
    if (number == 0 || blocks[i].kind != BlockKind::line) continue;
    const bool next = !run.empty() && number == bare_number(blocks[run.back()].text.text()) + 1;
    if (!next && !(run.empty() && number <= latest_first_page)) continue;
    run.push_back(i);
  }
  if (run.size() < fewest_bare_numbers) return;
  std::size_t between = 0;  // bytes
  for (std::size_t i = run.front(); i < run.back(); ++i) between += blocks[i].text.size();
  if (between < shortest_page * (run.size() - 1)) return;  // the rows of a table
  std::vector<bool> bare(blocks.size());
  for (const std::size_t i : run) bare[i] = true;
  const auto heads = running_heads(blocks, bare);
  const auto is_head = [&](std::size_t i) {
    return i < blocks.size() && may_be_head(blocks[i]) && heads.contains(title_key(blocks[i].text.text()));
  };
  const auto is_at_edge = [&](std::size_t i) {
    const bool head = (i > 0 && is_head(i - 1)) || is_head(i + 1);
    const std::string_view before = i > 0 ? std::string_view(blocks[i - 1].text.text()) : "";
    return head || (count_runes(before) >= shortest_broken_line && !ends_sentence(before));
  };
  const auto at_edge = static_cast<std::size_t>(std::count_if(run.begin(), run.end(), is_at_edge));
  if (at_edge * 2 < run.size()) return;
  for (const std::size_t i : run) numbers[i] = true;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool beside_head = (i > 0 && is_head(i - 1)) || is_head(i + 1);
    if (beside_head && is_roman_number(blocks[i].text.text())) numbers[i] = true;
  }
}

}  // namespace

void drop_page_furniture(Document& document) {
  auto& blocks = document.blocks;
  std::vector<bool> numbers(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) numbers[i] = is_page_number(blocks[i]);
  find_bare_numbers(blocks, numbers);
  if (static_cast<std::size_t>(std::count(numbers.begin(), numbers.end(), true)) < fewest_pages) return;
  const auto heads = running_heads(blocks, numbers);
  std::vector<std::string_view> rules(blocks.size());
  const auto near_number = [&](std::size_t line) {
    const std::size_t end = std::min(line + lines_around + 1, blocks.size());
    for (std::size_t i = line - std::min(line, lines_around); i < end; ++i) {
      if (numbers[i]) return true;
    }
    return false;
  };
  std::size_t last_number = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool head =
        near_number(i) && may_be_head(blocks[i]) && heads.contains(title_key(blocks[i].text.text()));
    rules[i] = numbers[i] ? "page_number" : head ? "running_head" : "";
    if (numbers[i]) last_number = i;
    // The text goes on behind the page's edge: what stood between was no empty line of its own.
    const bool goes_on =
        i > 0 && rules[i].empty() && !rules[i - 1].empty() && i - last_number <= lines_around + 1;
    if (goes_on) blocks[i].after_blank_line = false;
  }
  drop_blocks(document, rules);
}

void drop_table_of_contents(Document& document) {
  const auto& blocks = document.blocks;
  const auto opening = std::find_if(blocks.begin(), blocks.end(),
                                    [](const Block& block) { return opens_contents(block.text.text()); });
  const auto first = static_cast<std::size_t>(opening - blocks.begin()) + 1;
  if (first > blocks.size()) return;
  std::unordered_map<std::string, std::size_t> last_places;
  for (std::size_t i = first; i < blocks.size(); ++i) {
    if (blocks[i].text.size() <= longest_head * 2) last_places[title_key(blocks[i].text.text())] = i;
  }
  std::size_t end = first;
  std::size_t leading = 0;  // lines with dots
  std::size_t said = 0;     // those of them that are said again
  std::size_t last = 0;     // where the line before is said again
  while (end < blocks.size() && end - first < most_contents) {
    const auto found = last_places.find(contents_key(blocks[end].text.text()));
    if (leads_to_page(blocks[end].text.text())) {
      said += found != last_places.end() && found->second > end ? 1U : 0U;
      ++end;
      ++leading;
      continue;
    }
    if (found == last_places.end() || found->second <= end || found->second < last) break;
    last = found->second;
    ++end;
  }
  const bool led = leading == end - first && said * 2 > leading;
  if (end - first < 2 || (last < end && !led)) return;
  std::vector<std::string_view> rules(blocks.size());
  std::fill(rules.begin() + static_cast<std::ptrdiff_t>(first) - 1,
            rules.begin() + static_cast<std::ptrdiff_t>(end), "table_of_contents");
  drop_blocks(document, rules);
}

}  // namespace langdu
