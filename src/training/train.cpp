#include "training/train.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace langdu {
namespace {

/// Knuth's MMIX generator: the same numbers on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  double next() {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<double>(state_ >> 11) * 0x1p-53;
  }

 private:
  std::uint64_t state_;
};

/// For each hanzi what prior_correction adds to the score of each of its readings.
std::vector<std::vector<float>> prior_differences(const TrainingSet& set,
                                                  const std::vector<std::uint32_t>& use) {
  struct Counts {
    std::vector<float> corpus, examples;
  };
  std::vector<Counts> counts(set.hanzi.size());
  for (std::size_t h = 0; h < counts.size(); ++h) {  // half a sighting for each reading
    counts[h].corpus.assign(set.hanzi[h].readings.size(), 0.5F);
    counts[h].examples.assign(set.hanzi[h].readings.size(), 0.5F);
  }
  for (const std::uint32_t n : use) {
    const Example& example = set.examples[n];
    if (example.source == LabelSource::corpus || example.source == LabelSource::background) {
      counts[example.hanzi].corpus[example.reading] += 1;
    }
    if (example.source == LabelSource::examples) counts[example.hanzi].examples[example.reading] += 1;
  }
  std::vector<std::vector<float>> differences(set.hanzi.size());
  for (std::size_t h = 0; h < counts.size(); ++h) {
    const auto& [corpus, examples] = counts[h];
    const float corpus_sum = std::accumulate(corpus.begin(), corpus.end(), 0.0F);
    const float examples_sum = std::accumulate(examples.begin(), examples.end(), 0.0F);
    for (std::size_t r = 0; r < corpus.size(); ++r) {
      differences[h].push_back(std::log(examples[r] / examples_sum * corpus_sum / corpus[r]));
    }
  }
  return differences;
}

class Trainer {
 public:
  Trainer(const TrainingSet& set, const std::vector<std::uint32_t>& use, const TrainingOptions& options)
      : set_(set),
        options_(options),
        random_(options.seed),
        priors_(prior_differences(set, use)),
        order_(use),
        weights_(set.weights, 0.0F),
        squares_(set.weights, 1e-8F) {}

  Weights run() {
    for (int pass = 0; pass < options_.passes; ++pass) {
      for (std::size_t i = order_.size(); i > 1; --i) {
        std::swap(order_[i - 1], order_[static_cast<std::size_t>(random_.next() * static_cast<double>(i))]);
      }
      for (const std::uint32_t n : order_) learn(set_.examples[n]);
    }
    return std::move(weights_);
  }

 private:
  void learn(const Example& example) {
    choose_facts(example);
    score(example);
    const float weight = options_.weight_of(example.source);
    for (std::size_t r = 0; r < scores_.size(); ++r) {
      const float error = (scores_[r] - (r == example.reading ? 1.0F : 0.0F)) * weight;
      if (std::fabs(error) < 1e-4F) continue;
      for (const std::uint32_t base : chosen_) {
        float& w = weights_[base + r];
        const float gradient = error + options_.decay * w;
        squares_[base + r] += gradient * gradient;
        w -= options_.rate * gradient / std::sqrt(squares_[base + r]);
      }
    }
  }

  void choose_facts(const Example& example) {
    chosen_.clear();
    const bool skips_dictionary = random_.next() < options_.skip_dictionary;
    for (std::size_t k = 0; k < example.facts.size(); ++k) {
      const bool skips = k < example.from_dictionary ? skips_dictionary : random_.next() < options_.skip_fact;
      if (!skips) chosen_.push_back(set_.facts[example.facts[k]].weights);
    }
  }

  /// Leaves the readings' probabilities in scores_.
  void score(const Example& example) {
    scores_.assign(set_.hanzi[example.hanzi].readings.size(), 0.0F);
    for (std::size_t r = 0; r < scores_.size(); ++r) {
      for (const std::uint32_t base : chosen_) scores_[r] += weights_[base + r];
      if (example.source == LabelSource::examples) {
        scores_[r] += options_.prior_correction * priors_[example.hanzi][r];
      }
    }
    const float best = *std::max_element(scores_.begin(), scores_.end());
    float sum = 0;
    for (float& s : scores_) sum += s = std::exp(s - best);
    for (float& s : scores_) s /= sum;
  }

  const TrainingSet& set_;
  const TrainingOptions& options_;
  Random random_;
  std::vector<std::vector<float>> priors_;
  std::vector<std::uint32_t> order_;
  Weights weights_;
  Weights squares_;                    ///< sums of squared gradients
  std::vector<std::uint32_t> chosen_;  ///< of the example being learnt: the bases of its facts' weights
  std::vector<float> scores_;          ///< and its readings' scores
};

}  // namespace

Weights train(const TrainingSet& set, const std::vector<std::uint32_t>& use, const TrainingOptions& options) {
  return Trainer(set, use, options).run();
}

}  // namespace langdu
