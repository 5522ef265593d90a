#include <algorithm>
#include <limits>
#include <span>

#include "pinyin/hanzi_text.h"
#include "pinyin/user_lexicon.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace langdu {
namespace {

/// The best way to a place in a run: its cost and the word that ends there.
struct Step {
  std::uint32_t cost = std::numeric_limits<std::uint32_t>::max();
  Token word;
};

/// A run is searched in windows, so that memory does not grow with it. Whatever follows a window changes the
/// cut only near the window's end; that part is searched again.
constexpr std::uint32_t window = 1024;
constexpr std::uint32_t looked_at_again = 64;

void relax(Step& step, std::uint32_t cost, const Token& word) {
  if (cost < step.cost) step = {cost, word};
}

/// The first one of the longest words stays.
void cover(std::span<Token> longest_words, const Token& word) {
  for (Token& longest : longest_words.subspan(word.begin, word.size)) {
    if (longest.size < word.size) longest = word;
  }
}

/// Finds the best words of [begin, end) and appends them to `tokens`. `steps` is scratch memory.
void search(const HanziText& text, std::uint32_t begin, std::uint32_t end, const LexiconView& lexicon,
            std::uint32_t longest, std::vector<Step>& steps, std::vector<Token>& tokens,
            std::span<Token> longest_words) {
  const std::uint32_t size = end - begin;
  steps.assign(size + 1, Step{});
  steps[0].cost = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    const std::uint32_t cost = steps[i].cost;
    const LexiconSlot* node = nullptr;
    const std::uint32_t last = std::min(size, i + longest);
    bool single = false;
    for (std::uint32_t j = i; j < last; ++j) {
      node = lexicon.step(node, text.codes[begin + j]);
      if (!node) break;
      if (node->cost == LexiconSlot::no_word) continue;
      single |= j == i;
      const Token word{begin + i, static_cast<std::uint8_t>(j + 1 - i),
                       static_cast<WordClass>(node->word_class), node};
      relax(steps[j + 1], cost + node->cost, word);
      if (word.size > 1 && !longest_words.empty()) cover(longest_words, word);
    }
    if (!single) relax(steps[i + 1], cost + unknown_cost, {begin + i, 1, WordClass::other, nullptr});
  }
  const std::size_t first = tokens.size();
  for (std::uint32_t i = size; i > 0; i -= steps[i].word.size) tokens.push_back(steps[i].word);
  std::reverse(tokens.begin() + static_cast<std::ptrdiff_t>(first), tokens.end());
}

/// A user's word keeps the class that it has in the dictionary: the words around it may be read by it.
Token token_of(const HanziText& text, const UserMatch& match, const LexiconView& lexicon) {
  const auto hanzi = std::u32string_view(text.codes).substr(match.begin, match.word->hanzi.size());
  const LexiconSlot* slot = lexicon.find(hanzi);
  return {match.begin, static_cast<std::uint8_t>(hanzi.size()),
          slot ? static_cast<WordClass>(slot->word_class) : WordClass::other, nullptr};
}

/// What stands between two runs, as the features see it; of several the highest counts.
char32_t gap_kind(char32_t code) {
  if (one_of(code, U"。！？!?；;…")) return U'。';
  if (one_of(code, U"，,：:、—")) return code == U'、' ? U'、' : U'，';
  if (is_digit(code)) return U'0';
  if (is_latin(code)) return U'A';
  return U'"';
}

}  // namespace

HanziText collect_hanzi(std::string_view text) {
  HanziText out;
  std::uint32_t run_end = std::numeric_limits<std::uint32_t>::max();
  char32_t gap = U'^';
  for (std::uint32_t at = 0; at < text.size();) {
    const Rune rune = rune_at(text, at);
    if (rune.valid && is_hanzi(rune.code)) {
      out.codes.push_back(rune.code);
      out.bytes.push_back({at, at + rune.size});
      out.opens_run.push_back(at != run_end);
      out.gaps.push_back(at != run_end ? gap : 0);
      run_end = at + rune.size;
      gap = 0;
    } else if (at == run_end && rune.valid && is_invisible(rune.code)) {
      run_end += rune.size;  // 葛󠄀城: the form of the hanzi before
    } else {
      gap = std::max(gap, gap_kind(rune.code));
    }
    at += rune.size;
  }
  return out;
}

void segment_run(const HanziText& text, std::uint32_t begin, std::uint32_t end, const LexiconView& lexicon,
                 std::uint32_t longest, std::vector<Token>& tokens, std::span<Token> longest_words) {
  std::vector<Step> steps;
  while (begin < end) {
    const std::uint32_t until = end - begin > window ? begin + window : end;
    search(text, begin, until, lexicon, longest, steps, tokens, longest_words);
    begin = until;
    if (until == end) return;
    while (begin + looked_at_again > until) {
      begin = tokens.back().begin;
      tokens.pop_back();
    }
  }
}

void segment(HanziText& text, const LexiconView& lexicon) {
  text.tokens.clear();
  text.tokens.reserve(text.size() * 3 / 4);
  text.longest.assign(text.size(), Token{});
  const std::uint32_t longest = std::min(lexicon.header.longest_word, window / 4);
  auto match = text.user_words.begin();
  for (std::uint32_t begin = 0; begin < text.size();) {
    std::uint32_t end = begin + 1;
    while (text.joined(end)) ++end;
    for (; match != text.user_words.end() && match->begin < end; ++match) {
      if (match->word->hanzi.size() == 1) continue;
      const Token token = token_of(text, *match, lexicon);
      segment_run(text, begin, token.begin, lexicon, longest, text.tokens, text.longest);
      text.tokens.push_back(token);
      begin = token.begin + token.size;
    }
    segment_run(text, begin, end, lexicon, longest, text.tokens, text.longest);
    begin = end;
  }
}

}  // namespace langdu
