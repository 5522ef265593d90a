#pragma once
#include <doctest/doctest.h>

#include <numeric>
#include <string>
#include <vector>

#include "pinyin/reading_model.h"
#include "pinyin/small_model.h"
#include "training/train.h"

/// A handful of words and sentences to train on.
namespace toy {

using namespace langdu;

inline const testing::SmallLexicon& lexicon() {
  static const testing::SmallLexicon made(
      "了\t900\tu\tle5\n他\t900\tr\tta1\n大\t900\ta\tda4\n头\t900\tn\ttou2\n太\t900\td\ttai4\n好\t900\ta\thao"
      "3\n"
      "孩\t900\tn\thai2\n子\t900\tn\tzi3\n得\t900\tu\tde5\n树\t900\tn\tshu4\n的\t900\tu\tde5\n绳\t900\tn\tshe"
      "ng2\n"
      "行\t900\tv\txing2\n路\t900\tn\tlu4\n银\t900\tn\tyin2\n长\t900\ta\tchang2\n高\t900\ta\tgao1\n很\t900\td"
      "\then3\n"
      "发\t900\tv\tfa1\n孩子\t900\tn\thai2 zi5\n头发\t900\tn\ttou2 fa5\n银行\t900\tn\tyin2 hang2\n");
  return made;
}

/// Labels from the lines that people write, as if they came from `source`.
inline std::vector<LabelledHanzi> labels(const std::string& lines, LabelSource source = LabelSource::corpus) {
  std::vector<BadLine> bad;
  auto found = parse_examples(lines, bad);
  REQUIRE(bad.empty());
  for (LabelledHanzi& label : found) label.source = source;
  return found;
}

inline std::vector<LabelledHanzi> operator+(std::vector<LabelledHanzi> a,
                                            const std::vector<LabelledHanzi>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

inline std::string times(int count, const std::string& lines) {
  std::string all;
  for (int k = 0; k < count; ++k) all += lines;
  return all;
}

inline const char* const sentences =
    "他的头发{长}了\tchang2\n路很{长}\tchang2\n绳子太{长}了\tchang2\n"
    "树{长}得好\tzhang3\n孩子{长}大了\tzhang3\n树{长}高了\tzhang3\n";

inline TrainingSet set_of(const std::vector<LabelledHanzi>& labels, const std::string& words = "",
                          std::uint32_t least_count = 20) {
  std::vector<BadLine> bad;
  const auto listed = parse_lexicon(words, bad);
  REQUIRE(bad.empty());
  return make_training_set(labels, listed, least_count, lexicon().view());
}

inline std::vector<std::uint32_t> all_of(const TrainingSet& set) {
  std::vector<std::uint32_t> all(set.examples.size());
  std::iota(all.begin(), all.end(), 0U);
  return all;
}

inline ReadingFeatures features_of(const TrainingSet& set, const Example& example) {
  ReadingFeatures features;
  for (const std::uint32_t fact : example.facts) features.push_back(set.facts[fact].key);
  return features;
}

/// What the model says of hanzi `i` of a line, before anybody asks the dictionary: "zhang3".
inline std::string choice(const ReadingModelView& model, const std::string& line, std::uint32_t i) {
  const HanziText text = lexicon().read(line);
  const std::uint32_t token = text.token_at(i);
  const auto readings = model.readings_of(text.codes[i]);
  REQUIRE(readings.size() > 1);
  const auto features = reading_features(text, lexicon().view(), token, i);
  const auto best = choose_reading(model, features, static_cast<std::uint32_t>(readings.size()));
  return to_string(unpack(readings[best.reading]));
}

}  // namespace toy
