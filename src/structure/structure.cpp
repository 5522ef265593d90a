#include "structure/structure.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

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

bool is_title(const Block& block) { return block.kind == BlockKind::heading && block.level == 0; }

void mark_headings(std::vector<Block>& blocks) {
  const auto headings = find_headings(blocks);
  const int spoken = rank_of_spoken(headings);
  const auto levels = levels_of(headings, spoken);
  bool book = false;  // has chapters, and so may have a preface and an appendix
  for (Block& block : blocks) {
    if (!is_title(block)) block.kind = BlockKind::paragraph;
  }
  for (const Heading& heading : headings) {
    blocks[heading.block].kind = BlockKind::heading;
    const int rank = is_spoken(heading.form) ? spoken : heading_forms()[heading.form].rank;
    blocks[heading.block].level = levels.at(rank);
    const auto name = heading_forms()[heading.form].name;
    book = book || name == "chapter" || name == "volume";
  }
  if (!book) return;
  for (Block& block : blocks) {
    if (block.kind != BlockKind::paragraph || !is_special_heading(block.text.text())) continue;
    block.kind = BlockKind::heading;
    block.level = 1;
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

}  // namespace

std::vector<Section> find_sections(Document& document, int depth) {
  std::vector<Section> sections;
  auto& blocks = document.blocks;
  mark_headings(blocks);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    const bool opens = block.kind == BlockKind::heading && block.level >= 1 && block.level <= depth;
    if (opens) {
      sections.push_back({block.text.text(), block.level, false, i});
    } else if (i == 0) {
      const std::string& title = document.metadata.title;
      sections.push_back({title.empty() ? made_title(block) : title, 1, true, i});
    }
  }
  return sections;
}

}  // namespace langdu
