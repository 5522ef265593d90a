#include "pinyin/pronounce.h"

#include <doctest/doctest.h>

#include "pinyin/test_lexicon.h"
#include "support/growth.h"

using namespace langdu;

namespace {

std::string spoken(std::string_view text) {
  static const Lexicon lexicon = open_test_lexicon();
  return pinyin_line(text, lexicon, Tones::spoken);
}

std::string citation(std::string_view text) {
  static const Lexicon lexicon = open_test_lexicon();
  return pinyin_line(text, lexicon, Tones::citation);
}

/// The words as the engine gets them.
std::string words(std::string_view text) {
  static const Lexicon lexicon = open_test_lexicon();
  std::string out;
  for (const Word& word : pronounce(MappedText::verbatim(text, 0), lexicon)) {
    if (!out.empty()) out += ' ';
    for (const Syllable syllable : word.syllables) out += to_string(syllable);
  }
  return out;
}

}  // namespace

TEST_CASE("one syllable a hanzi, and nothing for the rest") {
  CHECK(spoken("银行行长，ABC 123！重庆。") == "yin2 hang2 hang2 zhang3 chong2 qing4");
  CHECK(spoken("").empty());
  CHECK(spoken("abc\n").empty());
}

TEST_CASE("citation tones stand beside the spoken ones") {
  CHECK(spoken("一个不是") == "yi2 ge4 bu2 shi4");
  CHECK(citation("一个不是") == "yi1 ge4 bu4 shi4");
}

TEST_CASE("a hanzi without a reading is a question mark in the line and in no word") {
  CHECK(spoken("人\xF0\xAC\xBA\xB0人") == spoken("人\xF0\xAC\xBA\xB0人"));
  CHECK(spoken("人𮯰人") == "ren2 ? ren2");
  CHECK(words("人𮯰人") == "ren2 ren2");
}

TEST_CASE("々 repeats the hanzi before it") {
  CHECK(spoken("人々") == "ren2 ren2");
  CHECK(spoken("々").size() > 0);
}

TEST_CASE("rare hanzi of the extension blocks are read") {
  CHECK(spoken("㐀𠀀𰻝") == "qiu1 he1 biang2");
}

TEST_CASE("the suffix 儿 is r5, the child er2") {
  CHECK(spoken("这儿有一会儿事儿") == "zhe4 r5 you3 yi2 hui4 r5 shi4 r5");
  CHECK(spoken("女儿和婴儿") == "nv3 er2 he2 ying1 er2");
}

TEST_CASE("words join particles, numbers and 不") {
  CHECK(words("看着他们走了") == "kan4zhe5 ta1men5 zou3le5");
  CHECK(words("不干") == "bu2gan4");
  CHECK(words("一百二十三个") == "yi4bai3 er4shi2san1ge4");
}

TEST_CASE("no word has more than six syllables, and no hanzi is lost") {
  for (const std::string_view text :
       {"全国人民代表大会常务委员会委员长", "一二三四五六七八九十一二三四五六七八九十",
        "的的的的的的的的的的的的的的", "不不不不不不不不不不", "第第第第第第第", "们们们们们们们们们们",
        "中华人民共和国国务院"}) {
    CAPTURE(text);
    static const Lexicon lexicon = open_test_lexicon();
    std::uint32_t end = 0;
    for (const Word& word : pronounce(MappedText::verbatim(text, 0), lexicon)) {
      CHECK(word.syllables.size() >= 1);
      CHECK(word.syllables.size() <= 6);
      CHECK(word.spoken.begin == end);
      CHECK(word.spoken.size() == 3 * word.syllables.size());
      end = word.spoken.end;
    }
    CHECK(end == text.size());
  }
}

TEST_CASE("words know their places in the sentence and in the source") {
  static const Lexicon lexicon = open_test_lexicon();
  const std::string_view text = "银行，行长";
  const auto found = pronounce(MappedText::verbatim(text, 100), lexicon);
  REQUIRE(found.size() == 2);
  CHECK(found[0].spoken == Span{0, 6});
  CHECK(found[1].spoken == Span{9, 15});
  CHECK(found[1].source == Span{109, 115});
}

TEST_CASE("sandhi and words do not reach over punctuation") {
  CHECK(spoken("不，是") == "bu4 shi4");
  CHECK(spoken("统一，样子").starts_with("tong3 yi1 "));
  CHECK(words("银，行").find(' ') != std::string::npos);
}

TEST_CASE("any bytes give a result") {
  std::string bytes;
  std::uint32_t state = 1;
  for (int i = 0; i < 20'000; ++i) {
    state = state * 1664525 + 1013904223;
    bytes += static_cast<char>(state >> 24);
  }
  CHECK_NOTHROW(spoken(bytes));
  CHECK_NOTHROW(words(bytes));
  CHECK_NOTHROW(words("\xE4\xB8"));
  CHECK_NOTHROW(words(std::string(100, '\0')));
}

TEST_CASE("a window's end does not show: a long run is read as its parts are") {
  const std::string sentence = "银行行长要求干部重复统一思想";
  const std::string one = spoken(sentence);
  std::string text;
  std::string expected;
  for (int i = 0; i < 300; ++i) {
    text += sentence;
    expected += (i ? " " : "") + one;
  }
  CHECK(spoken(text) == expected);
}

TEST_CASE("a million hanzi without a stop are read to the end") {
  for (const std::string_view unit : {"的", "一", "不", "中华人民共和国", "长", "为", "𮯰"}) {
    CAPTURE(unit);
    std::string text;
    while (text.size() < long_size(3'000'000)) text += unit;
    static const Lexicon lexicon = open_test_lexicon();
    const auto found = pronounce(MappedText::verbatim(text, 0), lexicon);
    if (unit == "𮯰") {
      CHECK(found.empty());
    } else {
      REQUIRE_FALSE(found.empty());
      CHECK(found.back().spoken.end == text.size());
    }
  }
}

TEST_CASE("twice the text is twice the words: windows neither lose nor repeat any") {
  static const Lexicon lexicon = open_test_lexicon();
  std::string text;
  while (text.size() < 300'000) text += "银行行长要求干部重复统一思想";
  const auto count = [&](const std::string& all) {
    return pronounce(MappedText::verbatim(all, 0), lexicon).size();
  };
  CHECK(count(text + text) == 2 * count(text));
}
