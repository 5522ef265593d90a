#include <doctest/doctest.h>

#include <filesystem>
#include <set>

#include "pinyin/context.h"
#include "pinyin/lexicon_data.h"
#include "pinyin/neutral.h"
#include "pinyin/pronounce.h"
#include "pinyin/rule_lines.h"
#include "pinyin/sandhi.h"
#include "pinyin/test_lexicon.h"

using namespace langdu;

namespace {

HanziText read(const std::string& sentence, const Lexicon& lexicon) {
  HanziText text = collect_hanzi(sentence);
  fold_traditional(text, lexicon.traditional());
  segment(text, lexicon.data().words);
  read_by_lexicon(text, lexicon.data().words);
  return text;
}

/// The names of the rows that decide something in the sentence.
std::set<std::string_view> deciding_context_rules(const HanziText& text) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    if (text.tokens[i].size != 1) continue;
    for (const ContextRule& rule : context_rules()) {
      if (rule.hanzi != text.codes[text.tokens[i].begin] || !rule.applies(Context(text, i))) continue;
      names.insert(rule.name);
      break;
    }
  }
  return names;
}

std::set<std::string_view> deciding_sandhi_rules(const HanziText& text) {
  std::set<std::string_view> names;
  for (const Token& token : text.tokens) {
    for (std::uint32_t i = token.begin; i < token.begin + token.size; ++i) {
      for (const SandhiRule& rule : sandhi_rules()) {
        if (rule.hanzi != text.codes[i] || !rule.applies(sandhi_case(text, token, i))) continue;
        names.insert(rule.name);
        break;
      }
    }
  }
  return names;
}

}  // namespace

TEST_CASE("every line of tests/data/pinyin is read as it says") {
  const Lexicon lexicon = open_test_lexicon();
  std::size_t count = 0;
  for (const auto& file : std::filesystem::directory_iterator(TEST_DATA "/pinyin")) {
    for (const RuleLine& line : rule_lines("pinyin", file.path().stem().string())) {
      CAPTURE(file.path().filename().string());
      CAPTURE(line.text);
      CHECK(pinyin_line(line.text, lexicon, Tones::spoken) == line.expected);
      ++count;
    }
  }
  CHECK(count > 100);
}

TEST_CASE("every row of the context table decides a line of its own file") {
  const Lexicon lexicon = open_test_lexicon();
  std::set<std::string_view> seen;
  for (const ContextRule& rule : context_rules()) {
    CAPTURE(rule.name);
    CHECK(seen.insert(rule.name).second);
    CHECK_FALSE(rule.reason.empty());
    CHECK(parse_syllable(rule.reading));
    bool decides = false;
    for (const RuleLine& line : rule_lines("pinyin", rule.name)) {
      decides = decides || deciding_context_rules(read(line.text, lexicon)).contains(rule.name);
    }
    CHECK(decides);
  }
}

TEST_CASE("the context table is ordered by hanzi") {
  const auto rules = context_rules();
  for (std::size_t i = 1; i < rules.size(); ++i) CHECK(rules[i - 1].hanzi <= rules[i].hanzi);
}

TEST_CASE("every row of the sandhi table decides a line of its own file") {
  const Lexicon lexicon = open_test_lexicon();
  std::set<std::string_view> seen;
  for (const SandhiRule& rule : sandhi_rules()) {
    CAPTURE(rule.name);
    CHECK(seen.insert(rule.name).second);
    CHECK_FALSE(rule.reason.empty());
    CHECK(rule.tone >= 1);
    CHECK(rule.tone <= 4);
    bool decides = false;
    for (const RuleLine& line : rule_lines("pinyin", rule.name)) {
      decides = decides || deciding_sandhi_rules(read(line.text, lexicon)).contains(rule.name);
    }
    CHECK(decides);
  }
}

TEST_CASE("every row of the table of light syllables decides a line of its own file") {
  const Lexicon lexicon = open_test_lexicon();
  std::set<std::string_view> seen;
  for (const LightRule& rule : light_rules()) {
    CAPTURE(rule.name);
    CHECK(seen.insert(rule.name).second);
    CHECK_FALSE(rule.reason.empty());
    bool decides = false;
    for (const RuleLine& line : rule_lines("pinyin", rule.name)) {
      const HanziText text = read(line.text, lexicon);
      for (std::size_t t = 0; t < text.tokens.size(); ++t) {
        const std::uint32_t begin = text.tokens[t].begin;
        for (std::uint32_t i = begin; i < begin + text.tokens[t].size; ++i) {
          decides = decides || rule.applies({text, t, i});
        }
      }
    }
    CHECK(decides);
  }
}
