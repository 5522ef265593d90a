#include "pinyin/word_list.h"

#include <doctest/doctest.h>

#include "support/temporary_folder.h"

using namespace langdu;

namespace {

std::string read(const char* name) {
  return content_of(std::string(LANGDU_REPOSITORY "/voices/mandarin/") + name);
}

/// UTF-8 keeps the order of code points, and so do the lists.
bool is_sorted_by_word(const std::vector<ListedWord>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!(words[i - 1].hanzi < words[i].hanzi)) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("the committed lexicon is sorted, valid, and has one syllable a hanzi") {
  std::vector<BadLine> bad;
  const auto words = parse_lexicon(read("lexicon.tsv"), bad);
  for (const BadLine& line : bad) FAIL_CHECK(line.line << ": " << line.reason);
  CHECK(words.size() > 200'000);
  CHECK(is_sorted_by_word(words));
  for (const ListedWord& word : words) {
    if (word.hanzi.size() == 1) REQUIRE(word.reading.size() == 1);
  }
}

TEST_CASE("the committed words are sorted, valid, and have one syllable a hanzi") {
  std::vector<BadLine> bad;
  const auto words = parse_words(read("words.tsv"), bad);
  for (const BadLine& line : bad) FAIL_CHECK(line.line << ": " << line.reason);
  CHECK(words.size() > 100);
  CHECK(is_sorted_by_word(words));
}

TEST_CASE("the lists give 一 and 不 in citation tones") {
  std::vector<BadLine> bad;
  auto words = parse_lexicon(read("lexicon.tsv"), bad);
  for (ListedWord& word : parse_words(read("words.tsv"), bad)) words.push_back(std::move(word));
  for (const ListedWord& word : words) {
    for (std::size_t i = 0; i < word.reading.size(); ++i) {
      const std::string reading = to_string(word.reading[i]);
      if (word.hanzi[i] == U'一') REQUIRE(reading == "yi1");
      if (word.hanzi[i] == U'不' && reading.starts_with("bu")) REQUIRE(reading == "bu4");
    }
  }
}

TEST_CASE("a line of people's words: word, reading, perhaps a count") {
  std::vector<BadLine> bad;
  const auto words = parse_words("# comment\n\n干部\tgan4 bu4\r\n重庆\tchong2 qing4\t90\n", bad);
  CHECK(bad.empty());
  REQUIRE(words.size() == 2);
  CHECK(words[0].hanzi == U"干部");
  CHECK_FALSE(words[0].count);
  CHECK(words[1].count == 90);
}

TEST_CASE("bad lines are named and the others kept") {
  std::vector<BadLine> bad;
  const auto words = parse_words(
      "干部\tgan4\n"            // a syllable is missing
      "干x\tgan4 bu4\n"         // no hanzi
      "干部\tgan4 bu9\n"        // no tone
      "干部\n"                  // no reading
      "干部\tgan4 bu4\tmany\n"  // no count
      "\tgan4\n"                // no word
      "\xFF\tgan4\n"            // not UTF-8
      "好\thao3\n",
      bad);
  REQUIRE(words.size() == 1);
  REQUIRE(bad.size() == 7);
  for (std::size_t i = 0; i < bad.size(); ++i) {
    CHECK(bad[i].line == i + 1);
    CHECK_FALSE(bad[i].reason.empty());
  }
}

TEST_CASE("a line of the dictionary needs a class that exists") {
  std::vector<BadLine> bad;
  CHECK(parse_lexicon("好\t5\ta\thao3\n", bad).size() == 1);
  CHECK(bad.empty());
  CHECK(parse_lexicon("好\t5\tQ\thao3\n好\t5\n好\tx\ta\thao3\n", bad).empty());
  CHECK(bad.size() == 3);
}
