#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <set>

#include "pinyin/lexicon_data.h"
#include "pinyin/reading_model.h"
#include "training/train.h"

using namespace langdu;

namespace {

const Lexicon& lexicon() {
  static const Lexicon opened = Lexicon::open(LANGDU_BUILD "/share/langdu/lexicon.bin");
  return opened;
}

std::vector<LabelledHanzi> labels_of(std::string_view text) {
  std::vector<BadLine> bad;
  auto labels = parse_examples(text, bad);
  REQUIRE(bad.empty());
  for (LabelledHanzi& label : labels) label.source = LabelSource::corpus;
  return labels;
}

/// Bytes of a model file where the program would have them: aligned.
struct ModelBytes {
  std::vector<std::uint64_t> words;
  std::size_t size;
  explicit ModelBytes(const std::string& bytes) : words(bytes.size() / 8 + 1), size(bytes.size()) {
    std::memcpy(words.data(), bytes.data(), bytes.size());
  }
  std::span<const std::byte> bytes() const { return std::as_bytes(std::span(words)).first(size); }
  std::optional<ReadingModelView> view() const {
    std::string_view why;
    return view_reading_model(bytes(), why);
  }
};

TrainingSet toy_set() {
  return make_training_set(labels_of("他的头发{长}了\tchang2\n这条路很{长}\tchang2\n绳子太{长}了\tchang2\n"
                                     "庄稼{长}得好\tzhang3\n孩子{长}大了\tzhang3\n树{长}高了\tzhang3\n"),
                           {}, 20, lexicon().data().words);
}

std::vector<std::uint32_t> all_of(const TrainingSet& set) {
  std::vector<std::uint32_t> all;
  for (std::uint32_t n = 0; n < set.examples.size(); ++n) all.push_back(n);
  return all;
}

std::string toy_model(std::uint32_t slots = 1024) {
  const TrainingSet set = toy_set();
  return write_model(set, train(set, all_of(set), {}), slots);
}

}  // namespace

TEST_CASE("labelled lines: the hanzi in braces, or at an index") {
  std::vector<BadLine> bad;
  const auto marked = parse_examples("# comment\n\n银行{行}长\thang2\n", bad);
  REQUIRE(marked.size() == 1);
  CHECK(marked[0].sentence == "银行行长");
  CHECK(marked[0].at == 6);
  const auto indexed = parse_corpus("银行行长\t2\t行\thang2\n", bad);
  REQUIRE(indexed.size() == 1);
  CHECK(indexed[0].at == 6);
  CHECK(bad.empty());
}

TEST_CASE("labelled lines that are wrong are named") {
  std::vector<BadLine> bad;
  CHECK(parse_examples(
            "银行行长\thang2\n银{行}{行}长\thang2\n银{x}\thang2\n银{行}\thang9\n银{行}\n}行{\thang2\n", bad)
            .empty());
  CHECK(bad.size() == 6);
  bad.clear();
  CHECK(
      parse_corpus("银行\t1\t长\thang2\n银行\tx\t行\thang2\n银行\t9\t行\thang2\n银行\t1\t行\n", bad).empty());
  CHECK(bad.size() == 4);
}

TEST_CASE("training learns what it is shown, and the same twice") {
  const std::string file = toy_model();
  CHECK(file == toy_model());
  const ModelBytes model(file);
  REQUIRE(model.view());
  const TrainingSet set = toy_set();
  REQUIRE(set.examples.size() == 6);
  for (const Example& example : set.examples) {
    ReadingFeatures features;
    for (const std::uint32_t fact : example.facts) features.push_back(set.facts[fact].key);
    CHECK(choose_reading(*model.view(), features, 2).reading == example.reading);
  }
}

TEST_CASE("a hanzi that every label reads alike is not modelled") {
  const auto set = make_training_set(labels_of("这条路很{长}\tchang2\n绳子太{长}了\tchang2\n"), {}, 20,
                                     lexicon().data().words);
  CHECK(set.hanzi.empty());
  CHECK(set.examples.empty());
}

TEST_CASE("a model file that is cut, too long or of another kind is refused") {
  const std::string whole = toy_model(64);
  for (std::size_t size = 0; size < whole.size(); ++size)
    REQUIRE_FALSE(ModelBytes(whole.substr(0, size)).view());
  CHECK_FALSE(ModelBytes(whole + std::string(8, '\0')).view());
  for (const std::size_t at : {offsetof(ReadingModelHeader, magic), offsetof(ReadingModelHeader, version)}) {
    std::string bytes = whole;
    bytes[at] ^= 1;
    CHECK_FALSE(ModelBytes(bytes).view());
  }
  CHECK(ModelBytes(whole).view());
}

TEST_CASE("a damaged model never leads outside itself") {
  const std::string whole = toy_model(64);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (const char damage : {'\xFF', '\x01', '\x80'}) {
      std::string bytes = whole;
      bytes[i] = static_cast<char>(bytes[i] ^ damage);
      const ModelBytes model(bytes);
      const auto view = model.view();
      if (!view) continue;
      HanziText text = collect_hanzi("孩子长大了，头发长长了");
      segment(text, lexicon().data().words);
      read_by_lexicon(text, lexicon().data().words);
      read_by_model(text, lexicon().data().words, *view);
      CHECK(text.syllables.size() == text.size());
    }
  }
}

TEST_CASE("the dictionary is kept where the model is hardly ahead") {
  CHECK(decide_reading({1, 0.4F}, 0, false) == 0);
  CHECK(decide_reading({1, 0.6F}, 0, false) == 1);
  CHECK(decide_reading({1, 1.4F}, 0, true) == 0);
  CHECK(decide_reading({1, 1.6F}, 0, true) == 1);
  CHECK(decide_reading({1, 0.1F}, unknown_reading, true) == 1);
}

TEST_CASE("the facts of a hanzi do not change behind the model's back") {
  // Whoever changes them trains the model again, and writes the new sum here.
  HanziText text = collect_hanzi("银行行长，重新上任");
  segment(text, lexicon().data().words);
  read_by_lexicon(text, lexicon().data().words);
  const ReadingFeatures features = reading_features(text, lexicon().data().words, 1, 2);
  CHECK(features.size() <= ReadingFeatures::capacity);
  CHECK(features.from_dictionary == 3);
  std::uint64_t sum = 0;
  for (const std::uint64_t fact : features) sum = sum * 31 + fact;
  CHECK(sum == 17453372673041486663U);
}

TEST_CASE("the committed examples are valid, in order, and never contradict each other") {
  std::ifstream file(LANGDU_REPOSITORY "/voices/mandarin/examples.tsv", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  std::vector<BadLine> bad;
  const auto examples = parse_examples(text, bad);
  for (const BadLine& line : bad) FAIL_CHECK(line.line << ": " << line.reason);
  CHECK(examples.size() > 13'000);
  std::set<std::pair<std::string, std::uint32_t>> places;
  for (const LabelledHanzi& example : examples) {
    CAPTURE(example.sentence);
    CHECK(places.emplace(example.sentence, example.at).second);
  }
}
