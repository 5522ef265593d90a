#include "training/training_set.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "pinyin/test_lexicon.h"
#include "training/toy_set.h"

using namespace langdu;
using toy::operator+;

namespace {

std::string reading_of(const TrainingSet& set, const Example& example) {
  return to_string(unpack(set.hanzi[example.hanzi].readings[example.reading]));
}

std::size_t count(const TrainingSet& set, LabelSource source, char32_t code) {
  return static_cast<std::size_t>(
      std::count_if(set.examples.begin(), set.examples.end(), [&](const Example& example) {
        return example.source == source && set.hanzi[example.hanzi].code == code;
      }));
}

}  // namespace

TEST_CASE("every label of a hanzi with two readings is an example, in the labels' order") {
  const TrainingSet set = toy::set_of(toy::labels(toy::sentences));
  REQUIRE(set.hanzi.size() == 1);
  CHECK(set.hanzi[0].code == U'长');
  CHECK(set.hanzi[0].labels == 6);
  CHECK(set.find(U'长') == &set.hanzi[0]);
  CHECK_FALSE(set.find(U'行'));
  REQUIRE(set.examples.size() == 6);
  for (std::uint32_t n = 0; n < 6; ++n) {
    CHECK(set.examples[n].label == n);
    CHECK(reading_of(set, set.examples[n]) == (n < 3 ? "chang2" : "zhang3"));
    CHECK(set.examples[n].source == LabelSource::corpus);
    CHECK(set.examples[n].open == (n < 3));  // the others are 长 by a certain rule
    CHECK_FALSE(set.examples[n].in_word);
    CHECK(set.examples[n].from_dictionary == 3);
  }
}

TEST_CASE("the facts are each there once, in order, and have weights of their own") {
  const TrainingSet set =
      toy::set_of(toy::labels(std::string(toy::sentences) + "{行}得好\txing2\n银{行}\thang2\n"));
  std::uint32_t weights = 0;
  for (std::size_t k = 0; k < set.facts.size(); ++k) {
    if (k > 0) CHECK(set.facts[k - 1].key < set.facts[k].key);
    CHECK(set.facts[k].weights == weights);
    weights += static_cast<std::uint32_t>(set.hanzi[set.facts[k].hanzi].readings.size());
  }
  CHECK(set.weights == weights);
  for (const Example& example : set.examples) {
    for (const std::uint32_t fact : example.facts) CHECK(set.facts[fact].hanzi == example.hanzi);
  }
}

TEST_CASE("training sees the facts that reading sees") {
  const TrainingSet set = toy::set_of(toy::labels(toy::sentences));
  const HanziText text = toy::lexicon().read("孩子长大了");
  const ReadingFeatures expected = reading_features(text, toy::lexicon().view(), 1, 2);
  const ReadingFeatures features = toy::features_of(set, set.examples[4]);
  CHECK(std::equal(features.begin(), features.end(), expected.begin(), expected.end()));
}

TEST_CASE("the right hanzi is found when it stands twice") {
  const std::string readings = "银{行}\thang2\n很{行}\txing2\n";
  const auto facts = [&](const std::string& line) {
    const TrainingSet set = toy::set_of(toy::labels(line + "\n" + readings));
    REQUIRE_FALSE(set.examples.empty());
    REQUIRE(set.examples[0].label == 0);
    const ReadingFeatures features = toy::features_of(set, set.examples[0]);
    return std::vector<std::uint64_t>(features.begin(), features.end());
  };
  const HanziText text = toy::lexicon().read("a银行，行了");
  const ReadingFeatures first = reading_features(text, toy::lexicon().view(), 0, 1);
  const ReadingFeatures second = reading_features(text, toy::lexicon().view(), 1, 2);
  CHECK(facts("a银{行}，行了\thang2") == std::vector<std::uint64_t>(first.begin(), first.end()));
  CHECK(facts("a银行，{行}了\txing2") == std::vector<std::uint64_t>(second.begin(), second.end()));
}

TEST_CASE("a label that is not at a hanzi is no example of the next one") {
  auto letter = toy::labels("a{行}了\txing2\n");
  letter[0].at = 0;
  const TrainingSet set = toy::set_of(letter + toy::labels("银{行}\thang2\n很{行}\txing2\n"));
  for (const Example& example : set.examples)
    CHECK((example.label != 0 || example.source != LabelSource::corpus));
}

TEST_CASE("readings are kept packed and ascending, each once") {
  const TrainingSet set =
      toy::set_of(toy::labels("树{长}高\tzhang3\n{长}了\tzhang4\n路{长}\tchang2\n路很{长}\tchang2\n"));
  REQUIRE(set.hanzi.size() == 1);
  const auto& readings = set.hanzi[0].readings;
  CHECK(readings.size() == 3);
  CHECK(std::set(readings.begin(), readings.end()).size() == 3);
  CHECK(std::is_sorted(readings.begin(), readings.end()));
}

TEST_CASE("a hanzi with one labelled reading teaches nothing") {
  const TrainingSet set = toy::set_of(toy::labels("路很{长}\tchang2\n绳子太{长}了\tchang2\n银{行}\thang2\n"));
  CHECK(set.hanzi.empty());
  CHECK(set.facts.empty());
  CHECK(set.examples.empty());
  CHECK(set.weights == 0);
  CHECK(toy::set_of({}).examples.empty());
}

TEST_CASE("an example knows what the dictionary has, in a word or alone") {
  const TrainingSet set =
      toy::set_of(toy::labels("银{行}\thang2\n银{行}\txing2\n太{行}了\thang2\n"
                              "头{发}\tfa4\n头{发}\tfa1\n",
                              LabelSource::examples));
  REQUIRE(set.examples.size() == 5);
  const auto dictionary = [&](std::size_t n) {
    const Example& example = set.examples[n];
    if (example.dictionary == unknown_reading) return std::string("unknown");
    return to_string(unpack(set.hanzi[example.hanzi].readings[example.dictionary]));
  };
  for (const std::size_t n : {0U, 1U}) {
    CHECK(set.examples[n].in_word);
    CHECK(dictionary(n) == "hang2");
  }
  CHECK_FALSE(set.examples[2].in_word);
  CHECK(dictionary(2) == "xing2");
  CHECK(dictionary(3) == "unknown");  // fa5, which no label has
}

TEST_CASE("background is taken from corpora alone, and only for hanzi that no corpus labels") {
  const auto corpus = toy::labels(
      "{银}行很大\tyin2\n{长}得大，行了\tzhang3\n路{长}\tchang2\n路很{长}\tchang2\n树{长}高\tzhang3\n");
  const auto written = toy::labels("大银{行}\thang2\n他很{行}，长得高\txing2\n", LabelSource::examples);
  const TrainingSet set = toy::set_of(corpus + written);
  CHECK(count(set, LabelSource::background, U'长') == 0);  // labelled four times
  CHECK(count(set, LabelSource::background, U'行') == 2);
  CHECK(count(set, LabelSource::examples, U'行') == 2);
  std::vector<std::string> readings;
  for (const Example& example : set.examples) {
    if (example.source != LabelSource::background) continue;
    readings.push_back(reading_of(set, example));
    CHECK(example.label < corpus.size());  // the sentence
  }
  CHECK(readings == std::vector<std::string>{"hang2", "xing2"});  // as the dictionary has them
}

TEST_CASE("a few labels are an accident: there is background until the fourth") {
  const auto written = toy::labels("银{行}\thang2\n很{行}\txing2\n", LabelSource::examples);
  const auto labelled = [&](int labels) {
    return toy::set_of(toy::labels("{树}行了\tshu4\n" + toy::times(labels, "{行}了\txing2\n")) + written);
  };
  for (const int labels : {0, 1, 3}) CHECK(count(labelled(labels), LabelSource::background, U'行') > 0);
  CHECK(count(labelled(4), LabelSource::background, U'行') == 0);
  CHECK(count(labelled(4), LabelSource::corpus, U'行') == 4);
}

TEST_CASE("the labelled hanzi itself is no background") {
  const auto written = toy::labels("银{行}\thang2\n很{行}\txing2\n", LabelSource::examples);
  const TrainingSet set = toy::set_of(toy::labels("银{行}了\txing2\n") + written);
  CHECK(count(set, LabelSource::corpus, U'行') == 1);
  CHECK(count(set, LabelSource::background, U'行') == 0);  // the dictionary would say hang2
}

TEST_CASE("a hanzi of traditional script is learnt as the one it is folded to") {
  static const Lexicon lexicon = open_test_lexicon();
  const auto labels = toy::labels("孩子{長}大了\tzhang3\n路很{长}\tchang2\n");
  const TrainingSet set = make_training_set(labels, {}, 20, lexicon.data().words);
  REQUIRE(set.hanzi.size() == 1);
  CHECK(set.hanzi[0].code == U'长');
  CHECK(count(set, LabelSource::corpus, U'长') == 2);
}

TEST_CASE("a hanzi that is met often and that no corpus labels is left to the dictionary") {
  const auto written = toy::labels("银{行}\thang2\n很{行}\txing2\n", LabelSource::examples);
  const auto often = [&](int sightings) {
    return toy::set_of(toy::labels(toy::times(sightings, "{树}行\tshu4\n")) + written);
  };
  CHECK(often(99).find(U'行'));
  CHECK(count(often(99), LabelSource::background, U'行') == 99);
  CHECK_FALSE(often(100).find(U'行'));
  CHECK(often(100).examples.empty());
}

TEST_CASE("words of the lexicon teach when running text has them often enough") {
  const auto labels = toy::labels("银{行}\thang2\n很{行}\txing2\n", LabelSource::examples);
  const std::string words =
      "行\t900\tv\txing2\n银行\t20\tn\tyin2 hang2\n头发\t900\tn\ttou2 fa5\n大行\t900\tn\n";
  const TrainingSet set = toy::set_of(labels, words, 20);
  REQUIRE(set.examples.size() == 3);
  CHECK(set.examples[2].source == LabelSource::words);
  CHECK(set.examples[2].label == Example::no_label);
  CHECK(reading_of(set, set.examples[2]) == "hang2");
  CHECK(toy::set_of(labels, words, 21).examples.size() == 2);
}
