#include "speak/compose.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "speak/spoken_plan.h"
#include "text/utf8.h"

using namespace langdu;

namespace {

struct Case {
  std::string given, expected;
};

std::vector<Case> cases_of(const std::string& name) {
  std::vector<Case> cases;
  std::ifstream file(std::string(TEST_DATA "/speak/") + name + ".txt");
  for (std::string line; std::getline(file, line);) {
    const std::size_t arrow = line.find(" => ");
    if (arrow != std::string::npos) cases.push_back({line.substr(0, arrow), line.substr(arrow + 4)});
  }
  return cases;
}

void check_mandarin(const std::string& name) {
  const auto cases = cases_of(name);
  CAPTURE(name);
  CHECK_FALSE(cases.empty());
  for (const Case& one : cases) CHECK(compose(mandarin_segment(one.given)).text == one.expected);
}

/// The characters of the text from a token's position up to a blank, the ending or the end.
std::string token_at(const EngineText& text, const EngineWord& token) {
  std::size_t at = 0;
  for (std::uint32_t i = 1; i < token.position; ++i) at += rune_at(text.text, at).size;
  std::string out;
  while (at < text.text.size()) {
    const Rune rune = rune_at(text.text, at);
    if (rune.code == U' ' || rune.code == 0xA0 || rune.code == U'，') break;
    append_utf8(out, rune.code);
    at += rune.size;
  }
  return out;
}

}  // namespace

TEST_CASE("every row of the spelling tables has test lines, and they hold") {
  for (const SpellingException& row : spelling_exceptions()) check_mandarin(std::string(row.base));
  for (const Joint& row : joints()) check_mandarin(std::string(row.name));
  check_mandarin("words");
  check_mandarin("low-third");
}

TEST_CASE(
    "English words are parted by a blank that the engine's dictionary does not know, and hold only letters") {
  const auto cases = cases_of("english");
  CHECK_FALSE(cases.empty());
  for (const Case& one : cases) {
    const std::string composed = compose(english_segment(one.given)).text;
    std::string text;  // with the blank made visible
    for (std::size_t at = 0; at < composed.size();) {
      const Rune rune = rune_at(composed, at);
      append_utf8(text, rune.code == 0xA0 ? U'_' : rune.code);
      at += rune.size;
    }
    CHECK(text == one.expected);
  }
}

TEST_CASE("each ending gives the engine its mark") {
  CHECK(compose(mandarin_segment("hao3", Ending::comma)).text == "hao3，");
  CHECK(compose(mandarin_segment("hao3", Ending::stop)).text == "hao3。");
  CHECK(compose(english_segment("good", Ending::question)).text == "good？");
  CHECK(compose(english_segment("good", Ending::exclamation)).text == "good！");
}

TEST_CASE("token positions count code points from one and point at the words") {
  const EngineText mandarin = compose(mandarin_segment("gan4bu4 ng2hao3 ma1"));
  REQUIRE(mandarin.tokens.size() == 4);
  CHECK(token_at(mandarin, mandarin.tokens[0]) == "gan4bu4");
  CHECK(token_at(mandarin, mandarin.tokens[1]) == "ng2");
  CHECK(token_at(mandarin, mandarin.tokens[2]) == "hao3");
  CHECK(mandarin.tokens[2].word == 1);
  CHECK(token_at(mandarin, mandarin.tokens[3]) == "ma1");

  const EngineText english = compose(english_segment("café of the world"));
  REQUIRE(english.tokens.size() == 4);
  CHECK(english.tokens[1].position == 6);
  CHECK(token_at(english, english.tokens[3]) == "world");
}

TEST_CASE("a word of phonemes is reported behind its bracket") {
  const EngineText text = compose(mandarin_segment("ni3 hao3hao3 ma1"));
  REQUIRE(text.tokens.size() == 3);
  CHECK(token_at(text, text.tokens[0]) == "n'i21]]");
  CHECK(token_at(text, text.tokens[2]) == "ma1");
}

TEST_CASE("phonemes give way where the engine would lose a word") {
  std::string words;
  for (int i = 0; i < 60; ++i) words += "zhuang3 ";
  const EngineText text = compose(mandarin_segment(words));
  CHECK(text.text.find('[') == std::string::npos);
  CHECK(first_unspeakable(text) == 60);
}

TEST_CASE("nothing of the document reaches the engine but letters") {
  const std::string hostile =
      "a\x01"
      "50Pb [[k]] <b> \xff\xfe 你 😀 \"x\" a\nb c\x7f -- ''";
  const EngineText text = compose(english_segment(hostile));
  for (std::size_t at = 0; at < text.text.size();) {
    const Rune rune = rune_at(text.text, at);
    CHECK(rune.valid);
    const bool composed = is_latin(rune.code) || rune.code == 0xA0 || rune.code == U'-' ||
                          rune.code == U'\'' || rune.code == U'，';
    CHECK(composed);
    at += rune.size;
  }
}

TEST_CASE("a word with nothing to say, or beyond the engine's limit, is named as unspeakable") {
  CHECK(first_unspeakable(compose(mandarin_segment("gan4bu4 hao3"))) == 2);
  CHECK(first_unspeakable(compose(english_segment("good 123 day"))) == 1);
  CHECK(first_unspeakable(compose(english_segment("123"))) == 0);
  Segment silent;
  silent.words.resize(2);
  CHECK(first_unspeakable(compose(silent)) == 0);
  Segment fewer = english_segment("one two");
  fewer.words.resize(5);
  CHECK(first_unspeakable(compose(fewer)) == 2);

  CHECK(first_unspeakable(compose(english_segment(std::string(1'000'000, 'a')))) == 0);
  std::string many = "a";
  for (int i = 0; i < 100'000; ++i) many += " b";
  const std::uint32_t last = first_unspeakable(compose(english_segment(many)));
  CHECK(last > 300);
  CHECK(last < 500);
}

TEST_CASE("an empty segment is composed to nothing and may be spoken") {
  const EngineText text = compose({});
  CHECK(text.text.empty());
  CHECK(first_unspeakable(text) == 0);
  CHECK(text.words == 0);
}
