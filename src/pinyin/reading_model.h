#pragma once
#include <cstdint>
#include <span>

#include "pinyin/reading_features.h"
#include "pinyin/reading_model_file.h"

namespace langdu {

/// What the model says of one hanzi.
struct ReadingChoice {
  std::uint32_t reading = 0;  ///< index of the best one among readings_of(hanzi)
  float margin = 0;           ///< how far it is ahead of the next one, in nats: 0 a tie, 3 is about 95 %
};

/// The index of a reading that the model does not know.
inline constexpr std::uint32_t unknown_reading = 0xFFFFFFFF;

/// The place of a syllable among readings_of(hanzi), or unknown_reading.
std::uint32_t index_of(std::span<const std::uint16_t> readings, Syllable syllable);

/// So many readings of one hanzi are told apart at most; no hanzi has half as many.
inline constexpr std::uint32_t most_readings = 16;

/// The reading with the highest sum of weights; `readings` is the number of them, 2 to most_readings.
ReadingChoice choose_reading(const ReadingModelView& model, const ReadingFeatures& features,
                             std::uint32_t readings);

/// Whether the model may decide about hanzi `i` of the word `token`, which has the reading of index
/// `dictionary` so far: not what a user, a certain rule or a word of words.tsv has settled. A neutral tone
/// there that the model never saw settles nothing.
bool is_open(const HanziText& text, std::uint32_t token, std::uint32_t i, std::uint32_t dictionary);

/// What becomes of a choice against the reading of the dictionary or a rule: that one, unless the model is
/// ahead by more than a hair's breadth; `in_word`: the hanzi is part of a longer word.
std::uint32_t decide_reading(const ReadingChoice& choice, std::uint32_t dictionary, bool in_word);

/// Gives every hanzi that the model knows its most likely reading. The dictionary's reading is one fact among
/// others, no veto; but what a user's correction, a certain rule or a word of words.tsv decided stays. Where
/// the dictionary has a neutral tone that the model never saw, the model's full tone is taken: 关系 is guan1
/// xi4, as people who label read it.
void read_by_model(HanziText& text, const LexiconView& lexicon, const ReadingModelView& model);

}  // namespace langdu
