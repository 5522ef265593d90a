#pragma once
#include <cstdint>
#include <vector>

#include "pinyin/hanzi_text.h"

namespace langdu {

/// Hanzi [begin, end) that the engine gets as one word: one to six, each with a syllable.
struct Group {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Puts the words of the lexicon into the engine's words, which decide rhythm and stress: long words are cut
/// between inner words; particles join the word before them, 不, 第 and 一 the one behind them, numerals each
/// other.
std::vector<Group> group_syllables(const HanziText& text, const LexiconView& lexicon);

}  // namespace langdu
