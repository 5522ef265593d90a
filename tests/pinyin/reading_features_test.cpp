#include "pinyin/reading_features.h"

#include <doctest/doctest.h>

#include <set>

#include "pinyin/small_model.h"

using namespace langdu;
using testing::SmallLexicon;

namespace {

constexpr const char* hanzi =
    "上\t50\tv\tshang4\n任\t50\tv\tren4\n去\t50\tv\tqu4\n号\t50\tn\thao4\n家\t50\tn\tjia1\n新\t50\ta\txin1\n"
    "行\t50\tv\txing2\n重\t50\ta\tzhong4\n银\t50\tn\tyin2\n长\t50\ta\tchang2\n";
const std::string words =
    std::string(hanzi) + "上任\t900\tv\n重新\t900\td\tchong2 xin1\n银行\t900\tn\tyin2 hang2\n";

const SmallLexicon& lexicon() {
  static const SmallLexicon made(words);
  return made;
}

using Facts = std::vector<std::uint64_t>;

ReadingFeatures features_of(const SmallLexicon& lexicon, std::string_view line, std::uint32_t i) {
  const HanziText text = lexicon.read(line);
  const std::uint32_t token = text.token_at(i);
  return reading_features(text, lexicon.view(), token, i);
}

Facts facts_of(std::string_view line, std::uint32_t i) {
  const ReadingFeatures features = features_of(lexicon(), line, i);
  return {features.begin(), features.end()};
}

std::size_t in_common(const Facts& a, const Facts& b) {
  const std::set<std::uint64_t> other(b.begin(), b.end());
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](std::uint64_t fact) { return other.contains(fact); }));
}

}  // namespace

TEST_CASE("the same text gives the same facts, each of them once") {
  const Facts facts = facts_of("去银行行长家", 3);
  CHECK(facts == facts_of("去银行行长家", 3));
  CHECK(std::set(facts.begin(), facts.end()).size() == facts.size());
}

TEST_CASE("two hanzi have no fact in common") {
  CHECK(in_common(facts_of("行", 0), facts_of("长", 0)) == 0);
  CHECK(in_common(facts_of("去行家", 1), facts_of("去长家", 1)) == 0);
}

TEST_CASE("facts differ with the neighbours, and those that do not see them stay") {
  const Facts facts = facts_of("去行家", 1);
  for (const char* other : {"上行家", "去行号", "去行", "行家"}) {
    CAPTURE(other);
    const Facts others = facts_of(other, other == std::string("行家") ? 0 : 1);
    CHECK(facts != others);
    CHECK(in_common(facts, others) > 0);
  }
}

TEST_CASE("facts see what stands between hanzi, by its kind") {
  std::set<Facts> kinds;
  for (const char* gap : {"", "，", "、", "。", "0", "A", "“"})
    kinds.insert(facts_of("行" + std::string(gap) + "长", 0));
  CHECK(kinds.size() == 7);
  struct {
    const char *one, *same;
  } rows[] = {{"，", "："},    {"。", "！"}, {"。", "?"},  {"0", "42"},
              {"A", "langdu"}, {"“", "《"},  {"，", "，“"}};
  for (const auto& row : rows) {
    CAPTURE(row.same);
    CHECK(facts_of("行" + std::string(row.one) + "长", 0) ==
          facts_of("行" + std::string(row.same) + "长", 0));
  }
  CHECK(facts_of("行，长", 0) != facts_of("行长，", 0));
  CHECK(facts_of("，行", 0) != facts_of("行", 0));
}

TEST_CASE("facts differ with the word around the hanzi") {
  const SmallLexicon without_word(hanzi);
  const ReadingFeatures one = features_of(lexicon(), "银行", 1);
  const ReadingFeatures two = features_of(without_word, "银行", 1);
  const Facts whole(one.begin(), one.end()), cut(two.begin(), two.end());
  CHECK(whole != cut);
  CHECK(in_common(whole, cut) > 0);
}

TEST_CASE("the first facts are the dictionary's, and only they") {
  const SmallLexicon other(std::string(hanzi) +
                           "上任\t900\tv\n重新\t900\td\tzhong4 xin1\n银行\t900\tn\tyin2 xing2\n");
  const ReadingFeatures one = features_of(lexicon(), "去银行", 2);
  const ReadingFeatures two = features_of(other, "去银行", 2);
  REQUIRE(one.from_dictionary == 3);
  REQUIRE(two.from_dictionary == 3);
  REQUIRE(one.size() == two.size());
  for (std::size_t k = 0; k < one.size(); ++k) CHECK((one.begin()[k] != two.begin()[k]) == (k < 3));
}

TEST_CASE("a rule's reading is another fact than the same reading of the dictionary") {
  HanziText text = lexicon().read("行");
  const ReadingFeatures by_word = reading_features(text, lexicon().view(), 0, 0);
  text.origin[0] = Origin::rule;
  const ReadingFeatures by_rule = reading_features(text, lexicon().view(), 0, 0);
  CHECK(by_word.begin()[0] != by_rule.begin()[0]);
  CHECK(by_word.begin()[3] == by_rule.begin()[3]);
}

TEST_CASE("there are never more facts than their capacity") {
  std::string line = "行";
  for (int k = 0; k < 20; ++k) line = "重新" + line + "上任";
  CHECK(features_of(lexicon(), line, 40).size() < ReadingFeatures::capacity);
  ReadingFeatures features;
  for (std::uint64_t k = 0; k < 3 * ReadingFeatures::capacity; ++k) features.push_back(k);
  CHECK(features.size() == ReadingFeatures::capacity);
  CHECK(*(features.end() - 1) == ReadingFeatures::capacity - 1);
}

TEST_CASE("a hanzi without a reading, and in front of nothing, has facts") {
  const SmallLexicon empty("上\t50\tv\tshang4\n");
  CHECK(features_of(empty, "行", 0).size() > 3);
  CHECK(features_of(empty, "行行行", 1).size() > 3);
}

// Weights of the shipped model are found by these numbers. Whoever changes the hash or a fact must train the
// model again (scripts/train_readings) and only then write the new sums here.
TEST_CASE("the facts are those that the shipped model was trained with") {
  const auto sum_of = [](std::string_view line, std::uint32_t i) {
    std::uint64_t sum = 0;
    for (const std::uint64_t fact : facts_of(line, i)) sum = sum * 31 + fact;
    return sum;
  };
  CHECK(facts_of("去银行行长家，重新上任3号。", 3).size() == 44);
  CHECK(sum_of("去银行行长家，重新上任3号。", 3) == 12647645006266695822U);
  CHECK(sum_of("去银行行长家，重新上任3号。", 6) == 1332193597367160971U);
  CHECK(sum_of("行", 0) == 17225264039543207596U);
}
