#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pinyin/hanzi_text.h"
#include "pinyin/user_lexicon.h"
#include "read/reading_marks.h"
#include "text/mapped_text.h"

namespace langdu {

/// What users correct in the readings of a text. A mark wins over a word, and both over everything else.
struct Corrections {
  const UserLexicon* words = nullptr;       ///< nullptr: none
  std::span<const ReadingMark> marks = {};  ///< in source order
};

/// A correction that decided a reading.
struct Correction {
  Span source;          ///< of the word or hanzi: bytes of the decoded source
  std::string hanzi;    ///< as corrected
  std::string reading;  ///< "chang2 jiang1"
  std::string from;     ///< "file:line", or from_mark
};
inline constexpr std::string_view from_mark = "mark in the text";

/// Finds the user's words, before segmentation: in every run from left to right, at each hanzi the longest.
void find_user_words(HanziText& text, const UserLexicon& words);

/// Gives the hanzi of the user's words and of marks their readings, over those of the lexicon. `spoken` is
/// the text that the hanzi come from; marks are found by the source of its hanzi. A normaliser's rule may
/// have replaced some hanzi together; then a mark's hanzi is found among them by its code point.
void read_by_corrections(HanziText& text, const MappedText& spoken, std::span<const ReadingMark> marks);

/// The corrections that decided a reading in `text`, in the order of their places: each word once, at its
/// first place, and every mark.
std::vector<Correction> list_corrections(const HanziText& text, const MappedText& spoken,
                                         const Corrections& corrections);

}  // namespace langdu
