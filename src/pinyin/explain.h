#pragma once
#include <string>

#include "pinyin/pronounce.h"

namespace langdu {

/// Where the readings of a text come from: a line for each word of the segmentation, "word, tab, pinyin, tab,
/// origin", each with its line end. An origin is "lexicon", "rule NAME", "traditional", "user FILE:LINE",
/// "mark" or "none"; when the hanzi of a word have several, they are separated by ", ". Hanzi without a
/// reading are counted in `unread`, unless it is null.
std::string explain_readings(MappedText text, const Lexicon& lexicon, Tones tones,
                             const Corrections& corrections, CharacterCounts* unread = nullptr);

}  // namespace langdu
