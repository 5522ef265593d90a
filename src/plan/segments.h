#pragma once
#include <vector>

#include "pinyin/pronounce.h"
#include "plan/plan.h"
#include "text/mapped_text.h"

namespace langdu {

/// Limits of one engine call. eSpeak NG 1.51 loses the end of a clause above about 800 bytes of its internal
/// form, where a pinyin word costs its length + 2: sixty words of the longest syllable ("zhuang4") cost 540.
inline constexpr std::size_t longest_clause = 60;         ///< syllables of a Mandarin segment
inline constexpr std::size_t longest_latin_clause = 300;  ///< bytes of an English segment

/// What has no reading is dropped under this rule.
inline constexpr std::string_view no_reading_rule = "no reading";

/// Cuts one sentence, as spoken, into segments: at the pause marks, where the language changes, and where a
/// clause is longer than the engine's limits (Pause::none). `words` are those of pronounce() for the same
/// text. What has no reading is added to `dropped`. The last segment closes the
/// sentence. Without a word in the sentence the result is empty.
std::vector<Segment> cut_segments(const MappedText& spoken, const std::vector<Word>& words,
                                  std::vector<Dropped>& dropped);

}  // namespace langdu
