#include "structure/structure.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "clean/line_text.h"
#include "structure/glued_headings.h"
#include "structure/heading_forms.h"
#include "structure/heading_runs.h"
#include "structure/sentences.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::size_t longest_made_title = 20;  // code points

constexpr int spoken_rank = 35;  // its row in heading_forms.cpp: outside 一、

bool is_spoken(std::size_t form) { return heading_forms()[form].name == "spoken"; }

/// The rank of 第一， in this text. The forms of GB/T 9704 nest in a fixed order, this one does not: it
/// stands inside the forms that occur before it, and around those that come later.
int rank_of_spoken(const std::vector<Heading>& headings) {
  int rank = 0;
  for (const Heading& heading : headings) {
    if (is_spoken(heading.form)) break;
    rank = std::max(rank, heading_forms()[heading.form].rank + 5);
  }
  return rank > 0 ? rank : spoken_rank;
}

/// Rank -> level, 1 for the outermost that occurs.
std::map<int, int> levels_of(const std::vector<Heading>& headings, int spoken) {
  std::map<int, int> levels;
  for (const Heading& heading : headings) {
    levels[is_spoken(heading.form) ? spoken : heading_forms()[heading.form].rank] = 0;
  }
  int level = 0;
  for (auto& entry : levels) entry.second = ++level;
  return levels;
}

bool is_given(const Block& block) { return block.kind == BlockKind::heading && block.level > 0; }

/// The levels that a reader found, as 1, 2, ... without gaps: a page may begin with <h2>.
void close_gaps(std::vector<Block>& blocks) {
  std::map<int, int> levels;
  for (const Block& block : blocks) {
    if (is_given(block)) levels[block.level] = 0;
  }
  int level = 0;
  for (auto& entry : levels) entry.second = ++level;
  for (Block& block : blocks) {
    if (is_given(block)) block.level = levels.at(block.level);
  }
}

/// The levels of numbered headings among those that a reader found.
class LevelsAmongGiven {
 public:
  explicit LevelsAmongGiven(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
      if (!is_given(block)) continue;
      if (const auto form = match_heading(block.text.text()))
        given_.emplace(rank_of(form->form), block.level);
    }
  }

  static int rank_of(std::size_t form) { return heading_forms()[form].rank; }

  /// `inside` is the level of the given heading before; `below` says how many forms of the text are further
  /// out.
  int level(int rank, int inside, int below) const {
    const auto above = given_.upper_bound(rank);
    if (above == given_.begin()) return inside + 1 + below;
    const auto nearest = std::prev(above);
    return nearest->first == rank ? nearest->second : nearest->second + 1;
  }

 private:
  std::map<int, int> given_;  ///< rank -> level
};

void mark_numbered(std::vector<Block>& blocks, const std::vector<Heading>& headings) {
  const int spoken = rank_of_spoken(headings);
  const auto levels = levels_of(headings, spoken);
  const LevelsAmongGiven among(blocks);
  int inside = 0;
  auto next = headings.begin();
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (is_given(blocks[i])) inside = blocks[i].level;
    if (next == headings.end() || next->block != i) continue;
    const int rank = is_spoken(next->form) ? spoken : heading_forms()[next->form].rank;
    blocks[i].kind = BlockKind::heading;
    blocks[i].level = among.level(rank, inside, levels.at(rank) - 1);
    ++next;
  }
}

constexpr std::size_t longest_strong = 30;  // code points

/// Whether a paragraph in bold is the heading of the one behind it.
bool is_strong_heading(const std::vector<Block>& blocks, std::size_t i) {
  if (!blocks[i].strong || blocks[i].kind == BlockKind::heading || i + 1 >= blocks.size()) return false;
  const Block& next = blocks[i + 1];
  if (next.strong || next.kind == BlockKind::heading) return false;
  const std::string_view text = blocks[i].text.text();
  const char32_t last = rune_before(text, text.size()).code;
  constexpr std::u32string_view stops = U"。，；：、,;:…";
  return stops.find(last) == stops.npos && text.find("。") == text.npos &&
         count_runes(text) <= longest_strong;
}

constexpr std::size_t longest_set_off = 20;  // code points
constexpr std::size_t fewest_set_off = 2;
constexpr std::size_t longest_bracketed = 14;  // code points with the brackets

/// A short line without a stop that stands alone between empty lines, in front of sentences.
bool is_set_off(const std::vector<Block>& blocks, std::size_t i) {
  if (i == 0 || i + 1 >= blocks.size() || blocks[i].kind != BlockKind::line) return false;
  const Block& next = blocks[i + 1];
  if (!blocks[i].after_blank_line || !next.after_blank_line || next.kind == BlockKind::heading) return false;
  const std::string_view text = blocks[i].text.text();
  const char32_t last = rune_before(text, text.size()).code;
  constexpr std::u32string_view ends = U"。，；：、,;:…）)”’》」』—-.";
  if (ends.find(last) != ends.npos || ends_sentence(text) || count_runes(text) > longest_set_off)
    return false;
  return is_hanzi(rune_at(text, 0).code) && ends_sentence(next.text.text()) &&
         ends_sentence(blocks[i - 1].text.text());
}

/// Lines that are all in brackets, several of them: 【教学目标】.
void mark_bracketed(std::vector<Block>& blocks) {
  const auto is_bracketed = [&](std::size_t i) {
    const std::string_view text = blocks[i].text.text();
    return blocks[i].kind != BlockKind::heading && i > 0 && i + 1 < blocks.size() && text.starts_with("【") &&
           text.find("】") == text.size() - std::string_view("】").size() &&
           count_runes(text) <= longest_bracketed;
  };
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (is_bracketed(i) && !is_bracketed(i + 1)) found.push_back(i);
  }
  if (found.size() < fewest_set_off) return;
  for (const std::size_t i : found) {
    blocks[i].kind = BlockKind::heading;
    blocks[i].level = 1;
  }
}

/// The books' own words: 前言, 附录.
void mark_special(std::vector<Block>& blocks) {
  for (Block& block : blocks) {
    if (block.kind != BlockKind::paragraph || !is_special_heading(block.text.text())) continue;
    block.kind = BlockKind::heading;
    block.level = 1;
  }
}

/// Headings that nothing but their look tells: bold paragraphs, or else lines that stand apart in a plain
/// text.
std::vector<std::size_t> find_unnumbered(const std::vector<Block>& blocks) {
  std::vector<std::size_t> strong;
  std::vector<std::size_t> apart;
  std::set<std::string_view> seen;
  bool repeated = false;  // names of speakers are; headings are not
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (is_strong_heading(blocks, i)) strong.push_back(i);
    if (!is_set_off(blocks, i)) continue;
    apart.push_back(i);
    repeated = repeated || !seen.insert(blocks[i].text.text()).second;
  }
  if (!strong.empty()) return strong;
  return repeated || apart.size() < fewest_set_off ? std::vector<std::size_t>{} : apart;
}

void mark_headings(std::vector<Block>& blocks) {
  close_gaps(blocks);
  const auto unnumbered = find_unnumbered(blocks);  // first: it needs the lines
  for (Block& block : blocks) {
    if (block.kind != BlockKind::heading) block.kind = BlockKind::paragraph;
  }
  const bool given = std::any_of(blocks.begin(), blocks.end(), is_given);
  const auto headings = find_headings(blocks);
  mark_numbered(blocks, headings);
  const bool book = std::any_of(headings.begin(), headings.end(), [](const Heading& heading) {
    const auto name = heading_forms()[heading.form].name;
    return name == "chapter" || name == "volume";
  });
  if (book && !given) mark_special(blocks);
  const bool bare = std::all_of(headings.begin(), headings.end(), [](const Heading& heading) {
    const auto name = heading_forms()[heading.form].name;
    return name == "padded" || name == "alone";
  });
  if (given || !bare) return;
  if (headings.empty()) mark_bracketed(blocks);
  for (const std::size_t i : unnumbered) {
    blocks[i].kind = BlockKind::heading;
    blocks[i].level = 1;
  }
}

/// The start of the first sentence, for a text without a title.
std::string made_title(const Block& block) {
  const std::string_view text = block.text.text();
  const auto sentences = split_sentences(text);
  if (sentences.empty()) return {};
  std::string_view sentence = text.substr(sentences.front().begin, sentences.front().size());
  std::size_t end = 0;
  for (std::size_t count = 0; end < sentence.size() && count < longest_made_title; ++count) {
    end += rune_at(sentence, end).size;
  }
  std::string title(sentence.substr(0, end));
  return end < sentence.size() ? title + "……" : title;
}

/// The name of the file without folder and extension, when it has a hanzi; "scan0012" is no title.
std::string name_of_file(const Document& document) {
  if (document.parts.empty()) return {};
  std::string name = document.parts.front().file;
  name.erase(0, name.rfind('/') + 1);
  if (const auto dot = name.rfind('.'); dot != std::string::npos && dot > 0) name.erase(dot);
  for (std::size_t at = 0; at < name.size();) {
    const Rune rune = rune_at(name, at);
    if (is_hanzi(rune.code)) return printable(name);
    at += rune.size;
  }
  return {};
}

}  // namespace

std::vector<Section> find_sections(Document& document, int depth) {
  std::vector<Section> sections;
  auto& blocks = document.blocks;
  split_glued_headings(blocks);
  mark_headings(blocks);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    const bool opens = block.kind == BlockKind::heading && block.level >= 1 && block.level <= depth;
    if (opens) {
      sections.push_back({block.text.text(), block.level, false, i});
    } else if (i == 0) {
      std::string title = document.metadata.title;
      if (title.empty()) title = name_of_file(document);
      sections.push_back({title.empty() ? made_title(block) : title, 1, true, i});
    }
  }
  return sections;
}

}  // namespace langdu
