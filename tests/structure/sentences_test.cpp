#include "structure/sentences.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "support/case_lines.h"
#include "text/utf8.h"

namespace langdu {

TEST_CASE("blocks are cut into sentences behind stops and what closes them") {
  for (const std::string& line : testing::case_lines(TEST_DATA "/structure/sentences.txt")) {
    const auto row = testing::cells(line);
    REQUIRE(row.size() == 2);
    std::string shown;
    for (const Span sentence : split_sentences(row[0])) {
      shown += (shown.empty() ? "" : "|") + row[0].substr(sentence.begin, sentence.size());
    }
    CAPTURE(row[0]);
    CHECK(shown == row[1]);
  }
}

TEST_CASE("sentences tile any bytes but for blanks between them") {
  std::mt19937 random(3);
  const std::string alphabet[] = {"我", "。", "！", "?",    "”", " ",  "　",  ".",
                                  "a",  "B",  "1",  "\xff", "…", "）", "\xe4"};
  for (int round = 0; round < 3000; ++round) {
    std::string block;
    for (auto i = random() % 20; i > 0; --i) block += alphabet[random() % std::size(alphabet)];
    CAPTURE(block);
    std::uint32_t end = 0;
    const auto only_blanks = [&](std::uint32_t begin, std::size_t until) {
      for (std::size_t at = begin; at < until;) {
        const Rune rune = rune_at(block, at);
        if (!rune.valid || !is_blank(rune.code)) return false;
        at += rune.size;
      }
      return true;
    };
    for (const Span sentence : split_sentences(block)) {
      CHECK(sentence.begin >= end);
      CHECK_FALSE(sentence.empty());
      CHECK(only_blanks(end, sentence.begin));
      end = sentence.end;
    }
    CHECK(only_blanks(end, block.size()));
  }
}

TEST_CASE("an empty or blank block has no sentence") {
  CHECK(split_sentences("").empty());
  CHECK(split_sentences(" 　").empty());
}

TEST_CASE("a million characters without a stop, and a million stops, take linear time") {
  std::string text;
  for (int i = 0; i < 1000000; ++i) text += "我";
  CHECK(split_sentences(text).size() == 1);
  text.clear();
  for (int i = 0; i < 500000; ++i) text += "好.";
  CHECK(split_sentences(text).size() == 1);
  text.clear();
  for (int i = 0; i < 500000; ++i) text += "。";
  CHECK(split_sentences(text).size() == 1);
  text.clear();
  for (int i = 0; i < 300000; ++i) text += "我。";
  CHECK(split_sentences(text).size() == 300000);
}

}  // namespace langdu
