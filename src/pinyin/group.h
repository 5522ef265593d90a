#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "pinyin/hanzi_text.h"

namespace langdu {

/// Hanzi [begin, end) that the engine gets as one word: one to six, each with a syllable.
struct Group {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// One row: where it applies, the engine's word goes on from the word `before` to the word `after`.
struct GroupRule {
  std::string_view name;
  std::string_view reason;
  bool (*applies)(const HanziText& text, const Token& before, const Token& after);
};
std::span<const GroupRule> group_rules();

/// Puts the words of the lexicon into the engine's words, which decide rhythm and stress: long words are cut
/// between inner words; neighbours join by the table in group_rules.cpp.
std::vector<Group> group_syllables(const HanziText& text, const LexiconView& lexicon);

}  // namespace langdu
