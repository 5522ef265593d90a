#include <doctest/doctest.h>

#include <cmath>

#include "training/toy_set.h"
#include "training/train.h"

using namespace langdu;

namespace {

/// Two hanzi with 2 and 3 readings and `facts` facts each, numbered by a hash.
TrainingSet made_set(std::uint32_t facts) {
  TrainingSet set;
  const auto packed = [](const char* spelling) { return pack(parse_syllable(spelling).value()); };
  set.hanzi = {{U'行', {packed("hang2"), packed("xing2")}, 9},
               {U'长', {packed("chang2"), packed("zhang3"), packed("zhang4")}, 9}};
  for (std::uint64_t k = 1; k <= 2 * facts; ++k)
    set.facts.push_back({k * 0x9E3779B97F4A7C15u, k % 2 == 0, 0});
  for (Fact& fact : set.facts) {
    fact.weights = set.weights;
    set.weights += fact.hanzi == 0 ? 2 : 3;
  }
  return set;
}

/// A weight for each reading, from -1 to 1; that of the first is 0.
Weights made_weights(const TrainingSet& set) {
  Weights weights(set.weights, 0.0F);
  for (const Fact& fact : set.facts) {
    for (std::uint32_t r = 1; r < set.hanzi[fact.hanzi].readings.size(); ++r)
      weights[fact.weights + r] = static_cast<float>(std::sin(fact.weights * 7 + r));
  }
  return weights;
}

/// How many places of the table are taken.
std::size_t taken(const ReadingModelView& view) {
  return view.slots.size() - static_cast<std::size_t>(std::count(view.slots.begin(), view.slots.end(), 0U));
}

}  // namespace

TEST_CASE("what was put into a model is found in it, to half a unit") {
  const TrainingSet set = made_set(500);
  const Weights weights = made_weights(set);
  const testing::SmallModel model(write_model(set, weights, 4096));
  REQUIRE(model.view);
  const float unit = model.view->header.unit;
  CHECK(unit == doctest::Approx(1.0 / 127).epsilon(0.01));
  for (const Fact& fact : set.facts) {
    for (std::uint32_t r = 1; r < set.hanzi[fact.hanzi].readings.size(); ++r) {
      const float found = static_cast<float>(model.view->weight(fact.key, r)) * unit;
      REQUIRE(std::fabs(found - weights[fact.weights + r]) <= unit * 0.501F);
    }
    CHECK(model.view->weight(fact.key, 0) == 0);
  }
}

TEST_CASE("what was not put into a model is not found in it, nearly always") {
  const TrainingSet set = made_set(500);
  const testing::SmallModel model(write_model(set, made_weights(set), 2048));
  REQUIRE(model.view);
  REQUIRE(taken(*model.view) > 1400);
  std::size_t found = 0;
  for (std::uint64_t k = 1; k <= 100'000; ++k) found += model.view->weight(k * 0xC2B2AE3D27D4EB4Fu, 1) != 0;
  CHECK(found <= 2);
}

TEST_CASE("the hanzi and their readings are those of the training set, in its order") {
  const TrainingSet set =
      toy::set_of(toy::labels(std::string(toy::sentences) + "银{行}\thang2\n很{行}\txing2\n"));
  REQUIRE(set.hanzi.size() == 2);
  const testing::SmallModel model(write_model(set, Weights(set.weights, 0.0F), 64));
  REQUIRE(model.view);
  CHECK(model.view->hanzi.size() == 2);
  for (const TrainedHanzi& hanzi : set.hanzi) {
    const auto readings = model.view->readings_of(hanzi.code);
    CHECK(std::vector(readings.begin(), readings.end()) == hanzi.readings);
  }
}

TEST_CASE("an odd number of readings is filled up") {
  const TrainingSet set = made_set(1);
  const testing::SmallModel model(write_model(set, made_weights(set), 16));
  REQUIRE(model.view);
  CHECK(model.view->header.readings == 6);
  CHECK(model.view->readings_of(U'长').size() == 3);
}

TEST_CASE("weights are those against the first reading") {
  const TrainingSet set = made_set(1);
  Weights weights(set.weights, 0.0F);
  weights[set.facts[0].weights] = 2;  // 行: 2 against 1
  weights[set.facts[0].weights + 1] = 1;
  const testing::SmallModel model(write_model(set, weights, 16));
  REQUIRE(model.view);
  CHECK(model.view->weight(set.facts[0].key, 1) == -127);
  CHECK(model.view->header.unit == doctest::Approx(1.0 / 127));
  CHECK(taken(*model.view) == 1);
}

TEST_CASE("what is too light for one unit takes no place") {
  const TrainingSet set = made_set(1);
  Weights weights(set.weights, 0.0F);
  weights[1] = 1;
  weights[set.facts[1].weights + 1] = 0.003F;
  weights[set.facts[1].weights + 2] = 0.005F;
  const testing::SmallModel model(write_model(set, weights, 16));
  REQUIRE(model.view);
  CHECK(model.view->weight(set.facts[1].key, 1) == 0);
  CHECK(model.view->weight(set.facts[1].key, 2) == 1);
  CHECK(taken(*model.view) == 2);
}

TEST_CASE("when there are too many weights the heaviest stay, and a quarter of the places stays empty") {
  const TrainingSet set = made_set(500);  // 1,500 weights
  const Weights weights = made_weights(set);
  const testing::SmallModel model(write_model(set, weights, 1024));
  REQUIRE(model.view);
  CHECK(taken(*model.view) == 768);
  float lightest_kept = 1, heaviest_left = 0;
  for (const Fact& fact : set.facts) {
    for (std::uint32_t r = 1; r < set.hanzi[fact.hanzi].readings.size(); ++r) {
      const float size = std::fabs(weights[fact.weights + r]);
      if (model.view->weight(fact.key, r) != 0)
        lightest_kept = std::min(lightest_kept, size);
      else
        heaviest_left = std::max(heaviest_left, size);
    }
  }
  CHECK(lightest_kept >= heaviest_left);
}

TEST_CASE("a set without hanzi, or without weights, gives a model that says nothing") {
  for (const TrainingSet& set : {TrainingSet{}, made_set(3)}) {
    const testing::SmallModel model(write_model(set, Weights(set.weights, 0.0F), 16));
    REQUIRE(model.view);
    CHECK(model.view->header.unit > 0);
    CHECK(model.view->readings_of(U'行').size() == (set.hanzi.empty() ? 0 : 2));
    for (const Fact& fact : set.facts) CHECK(model.view->weight(fact.key, 1) == 0);
  }
}

TEST_CASE("the same weights give the same bytes") {
  const TrainingSet set = made_set(500);
  CHECK(write_model(set, made_weights(set), 1024) == write_model(set, made_weights(set), 1024));
}
