#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "training/training_set.h"

namespace langdu {

/// How the model is trained. The values were chosen by cross-validation; voices/mandarin/MODEL.md says what
/// each one brought.
struct TrainingOptions {
  int passes = 8;                ///< over all examples
  float rate = 0.07F;            ///< step of AdaGrad
  float decay = 0.02F;           ///< pulls the weights of an example's facts towards 0
  double skip_dictionary = 0.3;  ///< share of visits that see no fact of the dictionary's
  double skip_fact = 0.2;        ///< share of the other facts that a visit leaves out
  float example_weight = 0.3F;
  float word_weight = 0.3F;
  float background_weight = 0.5F;
  /// Sentences written for a reading say nothing of how often it is met. So much of the difference between
  /// their shares of readings and the corpus's is added to the scores while such a sentence is learnt.
  float prior_correction = 1.5F;
  std::uint64_t seed = 1;

  /// How much an example counts, against one of a corpus.
  float weight_of(LabelSource source) const {
    switch (source) {
      case LabelSource::examples:
        return example_weight;
      case LabelSource::words:
        return word_weight;
      case LabelSource::background:
        return background_weight;
      case LabelSource::corpus:
        break;
    }
    return 1;
  }
};

/// A weight for each reading of each fact, as Fact::weights counts them.
using Weights = std::vector<float>;

/// Trains on the examples that `use` names (indices into set.examples): multinomial logistic regression by
/// AdaGrad. The same input gives the same weights.
Weights train(const TrainingSet& set, const std::vector<std::uint32_t>& use, const TrainingOptions& options);

/// The bytes of a model file (see pinyin/reading_model_file.h) with the weights that matter most, as many as
/// fit into `slots` places (a power of two) with a quarter of them left empty.
std::string write_model(const TrainingSet& set, const Weights& weights, std::uint32_t slots);

}  // namespace langdu
