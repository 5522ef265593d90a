#include "pinyin/explain.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "pinyin/hanzi_text.h"
#include "pinyin/test_lexicon.h"
#include "support/case_lines.h"

using namespace langdu;

namespace {

const Lexicon& lexicon() {
  static const Lexicon opened = open_test_lexicon();
  return opened;
}

/// "word/pinyin/origin word/pinyin/origin".
std::string explained(const std::string& user_file, const std::string& line) {
  UserLexicon words;
  CHECK(words.add(user_file, "f").empty());
  std::vector<ReadingMark> marks;
  std::vector<Dropped> dropped;
  const MappedText text = take_reading_marks(MappedText::verbatim(line, 0), marks, dropped);
  std::string lines = explain_readings(text, lexicon(), Tones::spoken, {&words, marks});
  std::replace(lines.begin(), lines.end(), '\t', '/');
  std::replace(lines.begin(), lines.end(), '\n', ' ');
  if (!lines.empty()) lines.pop_back();
  // A margin changes with every training.
  for (auto at = lines.find("model "); at != std::string::npos; at = lines.find("model ", at + 5)) {
    lines.erase(at + 5, lines.find_first_of(", ", at + 6) - at - 5);
  }
  return lines;
}

}  // namespace

TEST_CASE("every line of tests/data/corrections/explained.txt is explained as it says") {
  std::string all;
  for (const std::string& line : testing::case_lines(TEST_DATA "/corrections/explained.txt")) {
    CAPTURE(line);
    const auto cells = testing::cells(line);
    REQUIRE(cells.size() == 3);
    CHECK(explained(cells[0], cells[1]) == cells[2]);
    all += cells[2] + " ";
  }
  // Every origin is in some line.
  for (const char* origin : {"/none", "/lexicon", "/rule ", "/model", "/user f:", "/mark"})
    CHECK(all.find(origin) != std::string::npos);
}

TEST_CASE("what is explained is what is read") {
  for (const std::string file : {"speech", "numbers", "kinship"}) {
    for (const std::string& line : testing::case_lines(std::string(TEST_DATA "/pinyin/") + file + ".txt")) {
      const std::string text = line.substr(0, line.find('\t'));
      std::string joined;
      const std::string lines = explain_readings(MappedText::verbatim(text, 0), lexicon(), Tones::spoken, {});
      for (std::size_t at = 0; at < lines.size();) {
        const std::size_t tab = lines.find('\t', at);
        const std::size_t next = lines.find('\t', tab + 1);
        joined += (joined.empty() ? "" : " ") + lines.substr(tab + 1, next - tab - 1);
        at = lines.find('\n', at) + 1;
      }
      CHECK(joined == pinyin_line(text, lexicon(), Tones::spoken));
    }
  }
}

TEST_CASE("a text without hanzi has nothing to explain") {
  CHECK(explained("", "").empty());
  CHECK(explained("", "abc 123").empty());
}
