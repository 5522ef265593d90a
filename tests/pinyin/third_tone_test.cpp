#include "pinyin/third_tone.h"

#include <doctest/doctest.h>

#include <functional>
#include <set>

#include "pinyin/lexicon_data.h"
#include "pinyin/rule_lines.h"
#include "pinyin/test_lexicon.h"

using namespace langdu;

namespace {

/// The tones of every hanzi that is a third tone in the dictionary and not light: 2 or 3.
std::vector<RuleLine> lines_of(std::string_view name) {
  std::vector<RuleLine> lines = rule_lines("third_tone", name);
  REQUIRE_MESSAGE(!lines.empty(), name);
  return lines;
}

HanziText read(const std::string& phrase) {
  static const Lexicon lexicon = open_test_lexicon();
  HanziText text = read_hanzi(MappedText::verbatim(phrase, 0), lexicon, {});
  return text;
}

std::string third_tones(const std::string& phrase) {
  static const Lexicon lexicon = open_test_lexicon();
  HanziText text = read(phrase);
  apply_third_tone(text, lexicon.data().words);
  std::string tones;
  for (const auto& syllable : text.syllables) {
    if (syllable && syllable->citation == 3 && syllable->tone != 5)
      tones += static_cast<char>('0' + syllable->tone);
  }
  return tones;
}

void check_lines(std::string_view name) {
  for (const RuleLine& line : lines_of(name)) {
    CAPTURE(line.text);
    CHECK(third_tones(line.text) == line.expected);
  }
}

/// Every row has a name, a reason and a file, and decides a pair of words in one of its lines.
void check_table(std::span<const ThirdToneRule> rules, std::set<std::string_view>& seen) {
  for (const ThirdToneRule& rule : rules) {
    CAPTURE(rule.name);
    CHECK(seen.insert(rule.name).second);
    CHECK_FALSE(rule.reason.empty());
    bool decides = false;
    for (const RuleLine& line : lines_of(rule.name)) {
      const HanziText text = read(line.text);
      for (std::size_t i = 1; i < text.tokens.size(); ++i) {
        for (const ThirdToneRule& row : rules) {
          if (!row.applies({text, text.tokens[i - 1], text.tokens[i], text.tokens[i - 1].size})) continue;
          decides = decides || row.name == rule.name;
          break;
        }
      }
    }
    CHECK(decides);
    check_lines(rule.name);
  }
}

}  // namespace

TEST_CASE("the gold phrases are spoken as it was decided before the rules were made") { check_lines("gold"); }

TEST_CASE("every row of the tables of third tones decides a line of its own file") {
  std::set<std::string_view> seen;
  check_table(foot_rules(), seen);
  check_table(rest_rules(), seen);
  check_table(lean_rules(), seen);
  check_table(loose_rules(), seen);
}

TEST_CASE("third tones do not change across a mark, and the dictionary's tones stay beside the spoken") {
  CHECK(third_tones("好，好") == "33");
  const HanziText text = read("你好");
  CHECK(text.syllables[0]->tone == 3);  // the change is made for the engine only
}

TEST_CASE("no three third tones in a row stay unchanged") {
  for (const std::string_view word :
       {"好", "我", "与", "把", "领导", "有可能", "产品讲", "五", "也", "只有"}) {
    std::string phrase;
    for (int i = 0; i < 50; ++i) phrase += word;
    CAPTURE(word);
    static const Lexicon lexicon = open_test_lexicon();
    HanziText text = read(phrase);
    apply_third_tone(text, lexicon.data().words);
    for (std::size_t i = 2; i < text.size(); ++i) {
      const bool all = text.syllables[i - 2]->tone == 3 && text.syllables[i - 1]->tone == 3 &&
                       text.syllables[i]->tone == 3;
      CHECK_FALSE(all);
    }
  }
}
