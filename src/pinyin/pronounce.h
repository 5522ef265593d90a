#pragma once
#include <vector>

#include "pinyin/lexicon.h"
#include "pinyin/syllable.h"
#include "text/mapped_text.h"

namespace langdu {

/// A word of the spoken text, as the engine gets it: at most six syllables, one a hanzi.
struct Word {
  Span source;  ///< bytes of the decoded source
  Span spoken;  ///< bytes of the sentence's spoken text
  Syllables syllables;
};

/// The words of one normalised sentence, left to right, with their readings after 一/不 sandhi. Only hanzi are read;
/// everything else separates words. A hanzi that no source has a reading for is in no word.
std::vector<Word> pronounce(const MappedText& spoken, const Lexicon& lexicon);

}  // namespace langdu
