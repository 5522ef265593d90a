#include "pinyin/group.h"

#include "text/characters.h"

namespace langdu {
namespace {

constexpr std::uint32_t longest = Syllables::capacity;

bool is_number(const HanziText& text, const Token& token) {
  for (const char32_t c : text.word(token)) {
    if (!is_hanzi_numeral(c)) return false;
  }
  return true;
}

/// A light syllable of its own: 的, 了, 着, 过, 们, 吗 and their like.
bool is_particle(const HanziText& text, const Token& token) {
  return token.size == 1 && text.syllables[token.begin]->tone == 5;
}

bool leans_forward(const HanziText& text, const Token& token) {
  return token.size == 1 && one_of(text.codes[token.begin], U"不第一");
}

/// Whether the engine's word goes on from one word of the lexicon to the next.
bool belong_together(const HanziText& text, const Token& before, const Token& after) {
  if (is_particle(text, after)) return true;
  if (after.size == 1 && leans_forward(text, before)) return true;
  if (!is_number(text, before)) return leans_forward(text, before) && is_number(text, after);
  return is_number(text, after) || (after.size == 1 && after.word_class == WordClass::measure);
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
