#pragma once
#include <span>
#include <string_view>

#include "pinyin/hanzi_text.h"

namespace langdu {

/// Two neighbouring words of a run.
struct WordPair {
  const HanziText& text;
  const Token& left;
  const Token& right;
  std::uint32_t left_size;  ///< hanzi of the foot that `left` ends

  char32_t first(const Token& token) const { return text.codes[token.begin]; }
  std::u32string_view left_word() const { return text.word(left); }
  std::u32string_view right_word() const { return text.word(right); }
};

/// One row of a table over pairs of words: the first one that applies decides.
struct ThirdToneRule {
  std::string_view name;
  std::string_view reason;
  bool (*applies)(const WordPair&);
};

/// Which words form a foot, of two or three syllables, before feet are joined.
std::span<const ThirdToneRule> foot_rules();
/// Where a third tone stays low, although another one follows.
std::span<const ThirdToneRule> rest_rules();
/// Words of the segmentation whose end belongs to the word behind them: 买好 in 买好酒.
std::span<const ThirdToneRule> loose_rules();
/// Where it rises even before one that has itself risen: 我可以 is 2-2-3.
std::span<const ThirdToneRule> lean_rules();

/// Decides which third tones rise: `tone` becomes 2. What stays 3 is spoken low (before another syllable) or
/// falling and rising (at an end). Done for the engine only: `langdu pinyin` shows dictionary tones.
///
/// A third tone rises before one that is still a third tone, in this order: inside words, between their parts
/// as the lexicon knows them; inside feet; between feet, left to right, but not where a rest rule applies.
void apply_third_tone(HanziText& text, const LexiconView& lexicon);

}  // namespace langdu
