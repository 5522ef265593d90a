#include "pinyin/corrections.h"

#include <doctest/doctest.h>

#include <string>

#include "pinyin/pronounce.h"
#include "pinyin/test_lexicon.h"
#include "support/growth.h"

using namespace langdu;

namespace {

const Lexicon& lexicon() {
  static const Lexicon opened = open_test_lexicon();
  return opened;
}

struct Pronounced {
  std::string words;        ///< as the engine gets them
  std::string corrections;  ///< "hanzi reading from begin-end|"
};

Pronounced pronounced(const std::string& text, const UserLexicon& words,
                      const std::vector<ReadingMark>& marks = {}) {
  std::vector<Correction> applied;
  Pronounced out;
  for (const Word& word : pronounce(MappedText::verbatim(text, 100), lexicon(), {&words, marks}, applied)) {
    if (!out.words.empty()) out.words += ' ';
    for (const Syllable syllable : word.syllables) out.words += to_string(syllable);
  }
  for (const Correction& c : applied) {
    out.corrections += c.hanzi + " " + c.reading + " " + c.from + " " + std::to_string(c.source.begin) + "-" +
                       std::to_string(c.source.end) + "|";
  }
  return out;
}

UserLexicon words_of(const std::string& file) {
  UserLexicon words;
  CHECK(words.add(file, "f").empty());
  return words;
}

ReadingMark mark(std::uint32_t begin, char32_t code, std::string_view reading) {
  return {{begin, begin + 3}, code, *parse_syllable(reading)};
}

/// `count` words of three hanzi.
std::string many_words(std::uint32_t count) {
  std::string file;
  for (std::uint32_t i = 0; i < count; ++i) {
    for (const std::uint32_t code : {i % 100, i / 100 % 100, i / 10'000}) {
      const std::uint32_t hanzi = 0x4E00 + code;
      file += {static_cast<char>(0xE0 | hanzi >> 12), static_cast<char>(0x80 | (hanzi >> 6 & 0x3F)),
               static_cast<char>(0x80 | (hanzi & 0x3F))};
    }
    file += "\tba1 ba1 ba1\n";
  }
  return file;
}

double seconds_for(const std::string& text, const UserLexicon* words) {
  std::vector<Correction> applied;
  return cpu_seconds([&] { pronounce(MappedText::verbatim(text, 0), lexicon(), {words, {}}, applied); });
}

}  // namespace

TEST_CASE("a word of the user's is listed once, at its first place, before what stands behind it") {
  const auto words = words_of("行长\txing2 zhang5\n长江\tchang1 jiang1\n");
  const auto found = pronounced("长江行长，长江", words);
  CHECK(found.words == "chang1jiang1 xing2zhang5 chang1jiang1");
  CHECK(found.corrections == "长江 chang1 jiang1 f:2 100-106|行长 xing2 zhang5 f:1 106-112|");
}

TEST_CASE("a mark wins over the user's word, which is listed only while it is heard") {
  const auto words = words_of("行长\txing2 zhang5\n江\tjiang4\n");
  const auto found = pronounced("行长江", words, {mark(103, U'长', "chang4"), mark(106, U'江', "jiang2")});
  CHECK(found.words == "xing2chang4 jiang2");
  CHECK(found.corrections ==
        "行长 xing2 zhang5 f:1 100-106|长 chang4 mark in the text 103-106|江 jiang2 mark in the text "
        "106-109|");
}

TEST_CASE("a mark whose hanzi is not there decides nothing") {
  const auto found = pronounced("行长", {}, {mark(90, U'行', "xing2"), mark(200, U'长', "chang2")});
  CHECK(found.words == "hang2zhang3");
  CHECK(found.corrections.empty());
}

TEST_CASE("a user's word of more than six syllables reaches the engine in parts, and none is lost") {
  const auto words = words_of(
      "鿿鿿鿿鿿鿿鿿鿿鿿\tba1ba2ba3ba4ba1ba2ba3ba4\n全国人民代表大会\tba1ba2ba3ba4ba1ba2ba3ba4"
      "\n");
  for (const char* text : {"鿿鿿鿿鿿鿿鿿鿿鿿", "全国人民代表大会"}) {
    std::string joined = pronounced(text, words).words;
    std::erase(joined, ' ');
    CHECK(joined == "ba1ba2ba3ba4ba1ba2ba3ba4");
  }
}

TEST_CASE("words that overlap themselves, in a run longer than a window") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "长";
  const auto words = words_of("长长\tchang1 chang4\n长长长\tchang2 chang3 chang5\n");
  const auto found = pronounced(text, words);
  std::size_t neutral = 0;
  for (std::size_t at = 0; (at = found.words.find("chang5", at)) != std::string::npos; ++at) ++neutral;
  CHECK(neutral == 1000);
  CHECK(found.words.find("chang1") == std::string::npos);
}

TEST_CASE("ten thousand words of the user's are read, and do not slow the reading down") {
  UserLexicon words;
  const double small = cpu_seconds([&] { words = words_of(many_words(1'000)); });
  const double large = cpu_seconds([&] { words = words_of(many_words(10'000)); });
  CHECK(grows_linearly(small, large));
  CHECK(words.size() == 10'000);
  std::string text;
  while (text.size() < 1'000'000) text += "银行行长要求干部重复统一思想，一万人不一样。";
  seconds_for(text, nullptr);  // the lexicon comes into memory
  const double without = seconds_for(text, nullptr);
  CHECK(seconds_for(text, &words) < 2 * without + 0.02);
}

TEST_CASE("a text that a user's words begin everywhere and never fit takes linear time") {
  std::string line;
  for (int i = 0; i < 59; ++i) line += "长";
  line += "江\t";
  for (int i = 0; i < 60; ++i) line += "ba1";
  const UserLexicon words = words_of(line);
  const auto text = [](std::size_t bytes) {
    std::string out;
    while (out.size() < bytes) out += "长";
    return out;
  };
  const double small = seconds_for(text(100'000), &words);
  CHECK(grows_linearly(small, seconds_for(text(1'000'000), &words)));
}
