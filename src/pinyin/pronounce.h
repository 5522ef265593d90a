#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "pinyin/corrections.h"
#include "pinyin/lexicon.h"
#include "text/character_counts.h"
#include "text/mapped_text.h"
#include "text/syllable.h"

namespace langdu {

/// A word of the spoken text, as the engine gets it: at most six syllables, one a hanzi.
struct Word {
  Span source;  ///< bytes of the decoded source
  Span spoken;  ///< bytes of the sentence's spoken text
  Syllables syllables;
  std::uint32_t shown = 0;  ///< where its writing begins in the sentence as shown; the planner finds it
};

/// The words of one normalised sentence, left to right, with their readings after sandhi, of third tones too. Only hanzi
/// are read; everything else separates words. A hanzi that no source has a reading for is in no word. The
/// corrections that decided a reading are put into `applied`.
std::vector<Word> pronounce(const MappedText& spoken, const Lexicon& lexicon, const Corrections& corrections,
                            std::vector<Correction>& applied);
std::vector<Word> pronounce(const MappedText& spoken, const Lexicon& lexicon);

enum class Tones : std::uint8_t {
  spoken,    ///< after 一/不 sandhi
  citation,  ///< as in a dictionary
};

/// Appends "zhang3", with the tone of that kind.
void append_syllable(std::string& line, Syllable syllable, Tones tones);

/// One toned syllable for each hanzi of any text, separated by blanks; everything but hanzi is skipped. "?"
/// stands for a hanzi that no source has a reading for, so that the n-th syllable is always the n-th hanzi's;
/// those hanzi are counted in `unread`, unless it is null.
std::string pinyin_of_text(MappedText text, const Lexicon& lexicon, Tones tones,
                           const Corrections& corrections, CharacterCounts* unread = nullptr);
std::string pinyin_line(std::string_view text, const Lexicon& lexicon, Tones tones);

}  // namespace langdu
