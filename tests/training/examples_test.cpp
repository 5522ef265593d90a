#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "pinyin/hanzi_text.h"
#include "pinyin/lexicon_data.h"
#include "pinyin/reading_model.h"
#include "pinyin/test_lexicon.h"
#include "support/temporary_folder.h"
#include "text/utf8.h"
#include "training/labelled.h"

using namespace langdu;

namespace {

/// The examples that are committed, and the lines of the file that are none.
struct Committed {
  std::vector<BadLine> bad;
  std::vector<LabelledHanzi> examples =
      parse_examples(content_of(LANGDU_REPOSITORY "/voices/mandarin/examples.tsv"), bad);
};
const Committed& committed() {
  static const Committed parsed;
  return parsed;
}

const Lexicon& lexicon() {
  static const Lexicon opened = open_test_lexicon();
  return opened;
}

char32_t hanzi_of(const LabelledHanzi& example) { return rune_at(example.sentence, example.at).code; }

std::string marked(const LabelledHanzi& example) {
  const std::size_t end = example.at + rune_at(example.sentence, example.at).size;
  return example.sentence.substr(0, example.at) + "{" +
         example.sentence.substr(example.at, end - example.at) + "}" + example.sentence.substr(end);
}

}  // namespace

TEST_CASE("the committed examples have no bad line") {
  for (const BadLine& line : committed().bad) FAIL_CHECK(line.line << ": " << line.reason);
  CHECK(committed().examples.size() >= 10'000);
}

TEST_CASE("the committed examples are ordered by hanzi, reading and sentence") {
  std::tuple<char32_t, std::string, std::string> last;
  for (const LabelledHanzi& example : committed().examples) {
    std::tuple now{hanzi_of(example), to_string(example.reading), marked(example)};
    if (now <= last) FAIL_CHECK(std::get<2>(now) << " is out of order, or there twice");
    last = std::move(now);
  }
}

TEST_CASE("no hanzi of a committed sentence has two readings") {
  std::map<std::pair<std::string, std::uint32_t>, Syllable> readings;
  for (const LabelledHanzi& example : committed().examples) {
    const auto [place, is_new] = readings.try_emplace({example.sentence, example.at}, example.reading);
    if (!is_new && place->second != example.reading) FAIL_CHECK(marked(example) << " has two readings");
  }
}

// When these fail, examples.tsv was changed and scripts/train_readings was not run behind it.
TEST_CASE("the shipped model knows every reading of the committed examples") {
  REQUIRE(lexicon().data().model);
  const ReadingModelView& model = *lexicon().data().model;
  std::map<char32_t, std::set<std::uint16_t>> readings;
  for (const LabelledHanzi& example : committed().examples)
    readings[hanzi_of(example)].insert(pack(example.reading));
  std::size_t left_out = 0;
  for (const auto& [code, labelled] : readings) {
    const auto known = model.readings_of(code);
    if (known.empty()) ++left_out;  // to the dictionary, see make_training_set()
    for (const std::uint16_t reading : labelled) {
      if (!known.empty() && std::find(known.begin(), known.end(), reading) == known.end())
        FAIL_CHECK(to_string(unpack(reading))
                   << " of a hanzi is not in the model: " << static_cast<std::uint32_t>(code));
    }
  }
  CHECK(left_out < readings.size() / 10);
}

// Facts that are hashed in another way than they were in training find no weights, and the first reading is
// chosen. 84 % are right by the model alone (prior correction holds rare readings back), 80 % by the
// dictionary and the rules.
TEST_CASE("the shipped model has learnt the committed examples") {
  const ReadingModelView& model = *lexicon().data().model;
  const LexiconView& words = lexicon().data().words;
  double by_model = 0, by_dictionary = 0, all = 0;
  for (const LabelledHanzi& example : committed().examples) {
    const auto readings = model.readings_of(hanzi_of(example));
    if (readings.size() < 2) continue;
    HanziText text = collect_hanzi(example.sentence);
    segment(text, words);
    read_by_lexicon(text, words);
    read_by_context(text);
    const auto place = std::find_if(text.bytes.begin(), text.bytes.end(),
                                    [&](const Span& span) { return span.begin == example.at; });
    REQUIRE(place != text.bytes.end());
    const auto i = static_cast<std::uint32_t>(place - text.bytes.begin());
    const std::uint32_t token = text.token_at(i);
    const auto features = reading_features(text, words, token, i);
    const auto choice = choose_reading(model, features, static_cast<std::uint32_t>(readings.size()));
    ++all;
    if (readings[choice.reading] == pack(example.reading)) ++by_model;
    if (text.syllables[i] && pack(*text.syllables[i]) == pack(example.reading)) ++by_dictionary;
  }
  REQUIRE(all > 10'000);
  CHECK(by_model > by_dictionary);
  CHECK(by_model > 0.8 * all);
}
