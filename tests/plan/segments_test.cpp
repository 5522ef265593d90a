#include "plan/segments.h"

#include <doctest/doctest.h>

#include <string>

#include "text/utf8.h"

using namespace langdu;

namespace {

/// One word a hanzi, each read "ma1", so that the cutting is tested without a lexicon. 龘 has no reading.
std::vector<Word> words_of(const MappedText& text) {
  std::vector<Word> words;
  for (std::uint32_t at = 0; at < text.size();) {
    const Rune rune = rune_at(text.text(), at);
    const Span span{at, at + rune.size};
    if (is_hanzi(rune.code) && rune.code != U'龘') {
      Word word{text.source(span), span, {}};
      word.syllables.push_back(*parse_syllable("ma1"));
      words.push_back(word);
    }
    at += rune.size;
  }
  return words;
}

struct Cut {
  std::vector<Segment> segments;
  std::vector<Dropped> dropped;
};

Cut cut(const std::string& text) {
  const auto mapped = MappedText::verbatim(text, 0);
  Cut result;
  result.segments = cut_segments(mapped, words_of(mapped), result.dropped);
  return result;
}

}  // namespace

TEST_CASE("each pause mark closes a segment with its pause and ending") {
  struct Row {
    const char* mark;
    Pause pause;
    Ending ending;
  };
  for (const Row& row :
       {Row{"、", Pause::enumeration, Ending::comma}, Row{"，", Pause::clause, Ending::comma},
        Row{"；", Pause::semicolon, Ending::comma}, Row{"：", Pause::semicolon, Ending::comma},
        Row{"。", Pause::sentence, Ending::stop}, Row{"？", Pause::sentence, Ending::question},
        Row{"！", Pause::sentence, Ending::exclamation}, Row{"……", Pause::sentence, Ending::stop}}) {
    CAPTURE(row.mark);
    const auto result = cut(std::string("甲乙") + row.mark + "丙");
    REQUIRE(result.segments.size() == 2);
    CHECK(result.segments[0].after == row.pause);
    CHECK(result.segments[0].ending == row.ending);
    CHECK(result.segments[0].words.size() == 2);
    CHECK(result.segments[1].after == Pause::sentence);
    CHECK(result.segments[1].ending == Ending::stop);
  }
}

TEST_CASE("marks in a row deepen the pause and never make an empty segment") {
  const auto result = cut("，。甲，。！乙，");
  REQUIRE(result.segments.size() == 2);
  CHECK(result.segments[0].after == Pause::sentence);
  CHECK(result.segments[0].ending == Ending::exclamation);
  CHECK(result.segments[1].after == Pause::sentence);
}

TEST_CASE("Latin words are segments of their own with one word each") {
  const auto result = cut("看GDP和don't stop吧");
  REQUIRE(result.segments.size() == 5);
  CHECK(result.segments[1].language == Language::english);
  CHECK(result.segments[1].latin == "G D P");
  CHECK(result.segments[1].words.size() == 3);
  CHECK(result.segments[1].words[2].source == Span{5, 6});
  CHECK(result.segments[0].after == Pause::language);
  CHECK(result.segments[3].latin == "don't stop");
  CHECK(result.segments[3].words.size() == 2);
}

TEST_CASE("nothing to say gives no segment") {
  CHECK(cut("").segments.empty());
  CHECK(cut("。……，").segments.empty());
}

TEST_CASE("what has no reading is dropped by name and place") {
  const auto result = cut("甲龘☃乙");
  REQUIRE(result.segments.size() == 1);
  CHECK(result.segments[0].words.size() == 2);
  REQUIRE(result.dropped.size() == 1);
  CHECK(result.dropped[0].source == Span{3, 9});
  CHECK(result.dropped[0].rule == "no reading");
}

TEST_CASE("no clause passes the engine's limit and no word is lost by cutting") {
  for (const std::size_t count : {59u, 60u, 61u, 119u, 500u, 5000u}) {
    CAPTURE(count);
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "字";
    const auto result = cut(text + "，完。");
    std::size_t words = 0;
    for (const Segment& segment : result.segments) {
      CHECK(segment.words.size() <= longest_clause);
      words += segment.words.size();
    }
    CHECK(words == count + 1);
    for (std::size_t i = 0; i + 2 < result.segments.size(); ++i)
      CHECK(result.segments[i].after == Pause::none);
    CHECK(result.segments[result.segments.size() - 2].after == Pause::clause);
  }
}

TEST_CASE("a long English text is cut as well") {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "word ";
  const auto result = cut(text);
  std::size_t words = 0;
  for (const Segment& segment : result.segments) {
    CHECK(segment.latin.size() <= longest_latin_clause);
    words += segment.words.size();
  }
  CHECK(words == 300);
}
