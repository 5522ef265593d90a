#pragma once
#include <cstdint>
#include <vector>

#include "pinyin/word_list.h"
#include "training/labelled.h"

namespace langdu {

/// One labelled hanzi as training sees it.
struct Example {
  std::uint32_t label = 0;    ///< which one; counts the labels given, or no_label for a lexicon's word
  std::uint32_t hanzi = 0;    ///< index into TrainingSet::hanzi
  std::uint32_t reading = 0;  ///< index among the readings of its hanzi
  std::uint32_t dictionary =
      0;                 ///< the reading that the dictionary and the rules give; may be unknown_reading
  bool in_word = false;  ///< the hanzi is part of a longer word
  bool open = true;      ///< the model decides, see is_open()
  LabelSource source = LabelSource::corpus;
  std::uint16_t from_dictionary = 0;  ///< how many of the facts, from the first on
  std::vector<std::uint32_t> facts;   ///< each an index into TrainingSet::facts

  static constexpr std::uint32_t no_label = 0xFFFFFFFF;
};

/// A fact that some example has, and its hanzi.
struct Fact {
  std::uint64_t key = 0;    ///< see reading_features.h
  std::uint32_t hanzi = 0;  ///< index into TrainingSet::hanzi
  std::uint32_t weights =
      0;  ///< index of its weight for the first reading; one follows for each other reading
};

struct TrainedHanzi {
  char32_t code = 0;
  std::vector<std::uint16_t> readings;  ///< packed; those that a label has, ascending; two or more
  std::uint32_t labels = 0;             ///< how many labels of corpora it has
};

/// Everything that training needs of the texts.
struct TrainingSet {
  std::vector<TrainedHanzi> hanzi;  ///< ordered by code
  std::vector<Fact> facts;          ///< ordered by key
  std::uint32_t weights = 0;        ///< how many there are in all
  std::vector<Example> examples;

  /// Nothing when the hanzi is not trained.
  const TrainedHanzi* find(char32_t code) const;
};

/// Reads the labels' sentences with the lexicon, takes what is known of hanzi that no corpus labels (see
/// LabelSource::background) from the same sentences, and adds the lexicon's words that were seen
/// `least_count` times or more in running text. A label whose hanzi has only one labelled reading teaches
/// nothing and has no example. `words` are the lines of the lexicon's list.
TrainingSet make_training_set(const std::vector<LabelledHanzi>& labels, const std::vector<ListedWord>& words,
                              std::uint32_t least_count, const LexiconView& lexicon);

}  // namespace langdu
