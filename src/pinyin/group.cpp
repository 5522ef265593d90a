#include "pinyin/group.h"

#include <algorithm>

#include "text/characters.h"

namespace langdu {
namespace {

constexpr std::uint32_t longest = Syllables::capacity;

/// 研究研究, 高高瘦瘦: the second word begins like the first, or the first is doubled.
bool may_repeat(const HanziText& text, const Token& before, const Token& after) {
  const char32_t first = text.codes[before.begin];
  return before.size == 2 && (text.codes[after.begin] == first || text.codes[before.begin + 1] == first);
}

/// Whether the engine's word goes on from one word of the lexicon to the next.
bool belong_together(const HanziText& text, const Token& before, const Token& after) {
  // Every row has a word of one hanzi, a number, or something said twice in it; most pairs have none.
  if (before.size > 1 && after.size > 1 && !is_hanzi_numeral(text.codes[after.begin]) &&
      !may_repeat(text, before, after)) {
    return false;
  }
  const std::span<const GroupRule> rules = group_rules();
  return std::any_of(rules.begin(), rules.end(),
                     [&](const GroupRule& rule) { return rule.applies(text, before, after); });
}

/// The words of the lexicon, with the long ones cut.
std::vector<Token> short_tokens(const HanziText& text, const LexiconView& lexicon) {
  std::vector<Token> tokens;
  tokens.reserve(text.tokens.size());
  for (const Token& token : text.tokens) {
    if (token.size <= longest) {
      tokens.push_back(token);
    } else {
      segment_run(text, token.begin, token.begin + token.size, lexicon, longest, tokens);
    }
  }
  return tokens;
}

}  // namespace

std::vector<Group> group_syllables(const HanziText& text, const LexiconView& lexicon) {
  std::vector<Group> groups;
  const Token* before = nullptr;  // the word that the last group ends with, if it can go on
  const std::vector<Token> tokens = short_tokens(text, lexicon);
  for (const Token& token : tokens) {
    const std::uint32_t end = token.begin + token.size;
    bool spoken = true;
    for (std::uint32_t i = token.begin; i < end; ++i) spoken = spoken && text.syllables[i];
    if (!spoken) {  // in no word
      before = nullptr;
      continue;
    }
    const bool goes_on = before && text.joined(token.begin) && end - groups.back().begin <= longest &&
                         belong_together(text, *before, token);
    if (goes_on) {
      groups.back().end = end;
    } else {
      groups.push_back({token.begin, end});
    }
    before = &token;
  }
  return groups;
}

}  // namespace langdu
