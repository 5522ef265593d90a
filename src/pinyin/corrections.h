#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pinyin/user_lexicon.h"
#include "read/reading_marks.h"
#include "text/span.h"

namespace langdu {

/// What users correct in the readings of a text. A mark wins over a word, and both over everything else.
struct Corrections {
  const UserLexicon* words = nullptr;       ///< nullptr: none
  std::span<const ReadingMark> marks = {};  ///< those of this text alone, in source order
  std::string_view source = {};             ///< the decoded source, to tell a 〇 from the 零 that it is said as
};

/// A correction that decided a reading.
struct Correction {
  Span source;          ///< of the word or hanzi: bytes of the decoded source
  std::string hanzi;    ///< as corrected
  std::string reading;  ///< "chang2 jiang1"
  std::string from;     ///< "file:line", or from_mark
};
inline constexpr std::string_view from_mark = "mark in the text";

}  // namespace langdu
