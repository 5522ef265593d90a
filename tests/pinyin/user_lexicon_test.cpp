#include "pinyin/user_lexicon.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "support/case_lines.h"
#include "text/utf8.h"

using namespace langdu;

namespace {

std::string reading_of(const UserWord& word) {
  std::string out;
  for (const Syllable syllable : word.reading) out += (out.empty() ? "" : " ") + to_string(syllable);
  return out;
}

std::string reading(const UserLexicon& lexicon, std::u32string_view hanzi) {
  const UserWord* word = lexicon.longest_at(hanzi);
  return word ? reading_of(*word) : "";
}

}  // namespace

TEST_CASE("every line of tests/data/corrections/good_lines.txt is read as it says") {
  for (const std::string& line : testing::case_lines(TEST_DATA "/corrections/good_lines.txt")) {
    CAPTURE(line);
    const auto cells = testing::cells(line.substr(0, line.rfind('\t')));
    const auto parsed = parse_user_line(cells.at(0), 7);
    const UserWord* word = std::get_if<UserWord>(&parsed);
    REQUIRE(word);
    CHECK(reading_of(*word) == line.substr(line.rfind('\t') + 1));
    CHECK(word->line == 7);
  }
}

TEST_CASE("every row of the table of wrong lines has its lines, which quote what is wrong") {
  std::set<std::string> seen;
  for (const std::string& line : testing::case_lines(TEST_DATA "/corrections/wrong_lines.txt")) {
    CAPTURE(line);
    const auto cells = testing::cells(line);
    REQUIRE(cells.size() == 3);
    const auto parsed = parse_user_line(cells[1], 7);
    const WrongLine* wrong = std::get_if<WrongLine>(&parsed);
    REQUIRE(wrong);
    CHECK(wrong->fault->name == cells[0]);
    CHECK(wrong->message.find(cells[2]) != std::string::npos);
    CHECK(wrong->line == 7);
    seen.insert(cells[0]);
  }
  for (const LineFault& fault : line_faults()) {
    CAPTURE(fault.name);
    CHECK(seen.contains(std::string(fault.name)));
    CHECK(fault.sentence.find("; ") != std::string_view::npos);  // the way out
  }
}

TEST_CASE("comments, empty lines, CRLF, a byte order mark and a last line without end are fine") {
  UserLexicon lexicon;
  CHECK(lexicon.empty());
  const auto wrong =
      lexicon.add("\xEF\xBB\xBF# 我的词\r\n\r\n长江\tchang2 jiang1\r\n  \n　# x\n行长\thang2 zhang3", "f");
  CHECK(wrong.empty());
  CHECK(lexicon.size() == 2);
  CHECK(lexicon.place(*lexicon.longest_at(U"长江")) == "f:3");
  CHECK(lexicon.place(*lexicon.longest_at(U"行长")) == "f:6");
  CHECK(UserLexicon().add("", "f").empty());
  CHECK(UserLexicon().add("\n\n\n", "f").empty());
}

TEST_CASE("wrong lines are left out and named, the others stay") {
  UserLexicon lexicon;
  const auto wrong = lexicon.add("长\tchang\n长江\n\n江\tjang1\n江\tjiang2\n", "f");
  REQUIRE(wrong.size() == 2);
  CHECK(wrong[0].line == 2);
  CHECK(wrong[1].line == 4);
  CHECK(lexicon.size() == 2);
}

TEST_CASE("later lines and later files win") {
  UserLexicon lexicon;
  lexicon.add("长江\tchang1 jiang1\n长江\tchang2 jiang2\n", "a");
  CHECK(reading(lexicon, U"长江") == "chang2 jiang2");
  lexicon.add("长江\tchang3 jiang3\n", "b");
  CHECK(reading(lexicon, U"长江") == "chang3 jiang3");
  CHECK(lexicon.place(*lexicon.longest_at(U"长江")) == "b:1");
  CHECK(lexicon.size() == 1);
}

TEST_CASE("the longest word is found, and no beginning of a word") {
  UserLexicon lexicon;
  lexicon.add("长\tchang1\n长江大桥\tchang4 jiang4 da4 qiao4\n", "f");
  CHECK(reading(lexicon, U"长江大桥上") == "chang4 jiang4 da4 qiao4");
  CHECK(reading(lexicon, U"长江大") == "chang1");
  CHECK(reading(lexicon, U"江").empty());
  CHECK(reading(lexicon, U"").empty());
}

TEST_CASE("a word may have sixty hanzi") {
  std::string line;
  for (int i = 0; i < 60; ++i) line += "长";
  line += '\t';
  for (int i = 0; i < 60; ++i) line += "chang2";
  UserLexicon lexicon;
  CHECK(lexicon.add(line, "f").empty());
  CHECK(lexicon.longest_at(std::u32string(61, U'长'))->hanzi.size() == 60);
}

TEST_CASE("any bytes are words or wrong lines") {
  std::string bytes;
  std::uint32_t state = 1;
  for (int i = 0; i < 100'000; ++i) {
    state = state * 1664525 + 1013904223;
    bytes += i % 9 == 0 ? '\t' : static_cast<char>(state >> 24);
  }
  UserLexicon lexicon;
  for (const WrongLine& wrong : lexicon.add(bytes, "f")) {
    CHECK(wrong.message.size() < 300);
    CHECK(printable(wrong.message) == wrong.message);
  }
  CHECK(lexicon.add("长" + std::string(1'000'000, '\t'), "f").size() == 1);
  CHECK(lexicon.add("长\t" + std::string(1'000'000, '2'), "f").size() == 1);
}
