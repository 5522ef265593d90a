#include "training/train.h"

#include <doctest/doctest.h>

#include <cmath>

#include "training/toy_set.h"

using namespace langdu;
using toy::operator+;

namespace {

/// A model trained on the set, as the program sees it.
struct Trained {
  std::string file;
  testing::SmallModel model;
  explicit Trained(const TrainingSet& set, const TrainingOptions& options = {})
      : file(write_model(set, train(set, toy::all_of(set), options), 4096)), model(file) {
    REQUIRE(model.view);
  }
};

}  // namespace

TEST_CASE("what is shown is learnt") {
  const TrainingSet set = toy::set_of(toy::labels(toy::sentences));
  const Trained trained(set);
  for (const Example& example : set.examples) {
    CHECK(choose_reading(*trained.model.view, toy::features_of(set, example), 2).reading == example.reading);
  }
  CHECK(toy::choice(*trained.model.view, "绳子很长", 3) == "chang2");
  CHECK(toy::choice(*trained.model.view, "孩子长得高", 2) == "zhang3");
}

TEST_CASE("what is shown is learnt against the dictionary") {
  const auto labels = toy::labels(toy::times(5, "银{行}太大\txing2\n很{行}\thang2\n"));
  const Trained trained(toy::set_of(labels));
  CHECK(toy::choice(*trained.model.view, "银行太大", 1) == "xing2");
  CHECK(toy::choice(*trained.model.view, "很行", 1) == "hang2");
}

TEST_CASE("the same input gives the same weights, another seed others") {
  const TrainingSet set = toy::set_of(toy::labels(toy::sentences));
  const Weights weights = train(set, toy::all_of(set), {});
  CHECK(weights.size() == set.weights);
  CHECK(weights == train(set, toy::all_of(set), {}));
  CHECK(weights == train(toy::set_of(toy::labels(toy::sentences)), toy::all_of(set), {}));
  TrainingOptions other;
  other.seed = 2;
  CHECK(weights != train(set, toy::all_of(set), other));
}

TEST_CASE("every weight is a number, whatever the options") {
  const TrainingSet set = toy::set_of(toy::labels(toy::times(20, toy::sentences)));
  for (const int passes : {0, 1, 100}) {
    TrainingOptions options;
    options.passes = passes;
    for (const float weight : train(set, toy::all_of(set), options)) REQUIRE(std::isfinite(weight));
  }
}

TEST_CASE("only the examples that are named are learnt") {
  const TrainingSet set = toy::set_of(toy::labels(toy::sentences));
  for (const float weight : train(set, {}, {})) CHECK(weight == 0);
  const Weights weights = train(set, {0, 3}, {});
  std::vector<bool> seen(set.facts.size());
  for (const std::uint32_t n : {0U, 3U}) {
    for (const std::uint32_t fact : set.examples[n].facts) seen[fact] = true;
  }
  for (std::size_t k = 0; k < set.facts.size(); ++k) {
    if (!seen[k]) CHECK((weights[set.facts[k].weights] == 0 && weights[set.facts[k].weights + 1] == 0));
  }
}

TEST_CASE("a source of weight 0 teaches nothing") {
  const TrainingSet set = toy::set_of(toy::labels(toy::sentences, LabelSource::examples));
  REQUIRE(set.examples.size() == 6);
  TrainingOptions options;
  options.example_weight = 0;
  for (const float weight : train(set, toy::all_of(set), options)) CHECK(weight == 0);
  CHECK(options.weight_of(LabelSource::corpus) == 1);
  CHECK(options.weight_of(LabelSource::words) == options.word_weight);
  CHECK(options.weight_of(LabelSource::background) == options.background_weight);
}

TEST_CASE("prior correction keeps a rare reading of written sentences from becoming the default") {
  // Running text has 长 as chang2 nearly always; the sentences were written for zhang3, and look no
  // different.
  const auto corpus = toy::labels(toy::times(30, "路{长}\tchang2\n") + "树{长}高\tzhang3\n");
  const auto written = toy::labels(toy::times(200, "他{长}\tzhang3\n"), LabelSource::examples);
  const TrainingSet set = toy::set_of(corpus + written);
  TrainingOptions uncorrected;
  uncorrected.prior_correction = 0;
  const Trained without(set, uncorrected), with(set);
  CHECK(toy::choice(*without.model.view, "银，长，银", 1) == "zhang3");
  CHECK(toy::choice(*with.model.view, "银，长，银", 1) == "chang2");
  CHECK(toy::choice(*with.model.view, "路长", 1) == "chang2");
}

TEST_CASE("prior correction still teaches what stands around a rare reading") {
  const auto corpus = toy::labels(toy::times(30, "路{长}\tchang2\n") + "树{长}高\tzhang3\n");
  const auto written =
      toy::labels(toy::times(10, "孩子{长}大了\tzhang3\n绳太{长}了\tchang2\n"), LabelSource::examples);
  const Trained trained(toy::set_of(corpus + written));
  CHECK(toy::choice(*trained.model.view, "孩子长大了", 2) == "zhang3");
  CHECK(toy::choice(*trained.model.view, "绳太长了", 2) == "chang2");
}
