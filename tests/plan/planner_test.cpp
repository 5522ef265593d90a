#include "plan/planner.h"
#include "pinyin/test_lexicon.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>

#include "plan/segments.h"
#include "support/growth.h"
#include "support/temporary_folder.h"
#include "text/utf8.h"

using namespace langdu;

namespace {

const Lexicon& lexicon() {
  static const Lexicon opened = open_test_lexicon();
  return opened;
}

std::string sample() { return content_of(LANGDU_REPOSITORY "/samples/briefing.txt"); }

/// Every byte of the source that a reader could see is in an utterance or dropped.
void check_complete(const Plan& plan) {
  std::vector<bool> seen(plan.source.size(), false);
  const auto mark = [&](Span span) {
    REQUIRE(span.begin <= span.end);
    REQUIRE(span.end <= seen.size());
    std::fill(seen.begin() + span.begin, seen.begin() + span.end, true);
  };
  for (const Utterance& utterance : plan.utterances) mark(utterance.source);
  for (const Dropped& dropped : plan.dropped) mark(dropped.source);
  for (std::size_t at = 0; at < plan.source.size();) {
    const Rune rune = rune_at(plan.source, at);
    const bool layout = is_blank(rune.code) || rune.code == U'\n' || rune.code == U'\r' ||
                        rune.code == 0x85 || rune.code == 0x2028 || rune.code == 0x2029;
    if (!layout && !seen[at]) FAIL("lost byte ", at, ": ", printable(plan.source.substr(at, rune.size)));
    at += rune.size;
  }
}

/// scripts/test --long looks for much longer.
int rounds(int usual) { return std::getenv("LANGDU_LONG_TESTS") != nullptr ? 50 * usual : usual; }

/// What later stages rely on.
void check_invariants(const Plan& plan) {
  for (const Utterance& utterance : plan.utterances) {
    REQUIRE_FALSE(utterance.segments.empty());
    for (const Segment& segment : utterance.segments) {
      REQUIRE_FALSE(segment.words.empty());
      std::size_t syllables = 0;
      for (const Word& word : segment.words) {
        REQUIRE(word.source.end <= plan.source.size());
        REQUIRE(word.syllables.empty() == (segment.language == Language::english));
        syllables += word.syllables.size();
      }
      REQUIRE(syllables <= longest_clause);
    }
    REQUIRE(utterance.segments.back().after >= Pause::sentence);
  }
  if (!plan.utterances.empty()) {
    REQUIRE_FALSE(plan.chapters.empty());
    REQUIRE(plan.chapters.front().first == 0);
  }
  for (std::size_t i = 1; i < plan.chapters.size(); ++i)
    REQUIRE(plan.chapters[i - 1].first < plan.chapters[i].first);
  if (!plan.chapters.empty()) REQUIRE(plan.chapters.back().first < plan.utterances.size());
}

}  // namespace

TEST_CASE("the sample's body is complete: every hanzi is in a sentence or listed as dropped") {
  const Plan plan = make_plan(sample(), "briefing.txt", lexicon(), {});
  check_complete(plan);
  check_invariants(plan);
  CHECK(plan.chapters.size() == 4);
  CHECK(plan.notes.empty());
}

TEST_CASE("every hanzi of a sentence is in the source span of one of its words") {
  const Plan plan = make_plan(sample(), "briefing.txt", lexicon(), {});
  std::size_t hanzi = 0;
  for (const Utterance& utterance : plan.utterances) {
    std::vector<bool> seen(plan.source.size(), false);
    for (const Segment& segment : utterance.segments) {
      for (const Word& word : segment.words) {
        std::fill(seen.begin() + word.source.begin, seen.begin() + word.source.end, true);
      }
    }
    for (std::size_t at = utterance.source.begin; at < utterance.source.end;) {
      const Rune rune = rune_at(plan.source, at);
      if (is_hanzi(rune.code)) {
        ++hanzi;
        REQUIRE_MESSAGE(seen[at], "unspoken: ", utterance.shown);
      }
      at += rune.size;
    }
  }
  CHECK(hanzi > 1500);
}

TEST_CASE("keep-all drops no boilerplate") {
  const Plan plan = make_plan(sample(), "briefing.txt", lexicon(), {.read = {.keep_all = true}});
  check_complete(plan);
  std::string spoken;
  for (const Utterance& utterance : plan.utterances) spoken += utterance.shown;
  CHECK(spoken.find("版权所有") != std::string::npos);
  CHECK(spoken.find("希望对您有所帮助") != std::string::npos);
}

TEST_CASE("any bytes give a plan that keeps its promises") {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"第一，",
                                           "第二，",
                                           "\n",
                                           "\n\n",
                                           "会议",
                                           " ",
                                           "　",
                                           "X",
                                           "XX",
                                           "１２",
                                           "3.5",
                                           "%",
                                           "。",
                                           "，",
                                           "“",
                                           "”",
                                           "（",
                                           "）",
                                           "\xFF",
                                           "\xE4\xB8",
                                           std::string(1, '\0'),
                                           "😀",
                                           "GDP",
                                           "don't",
                                           "龘",
                                           "2023-12-10",
                                           "—",
                                           "……",
                                           "<",
                                           "[[",
                                           "\r\n",
                                           "http://a.b/c",
                                           "𠮷",
                                           "ア",
                                           "\t",
                                           "一、",
                                           "1.",
                                           "(",
                                           ")",
                                           "*",
                                           "《",
                                           "》",
                                           "\xEF\xBB\xBF",
                                           "\x01"};
  for (int round = 0; round < rounds(400); ++round) {
    std::string content;
    const unsigned length = static_cast<unsigned>(random() % 60);
    for (unsigned i = 0; i < length; ++i) content += pieces[random() % pieces.size()];
    CAPTURE(printable(content));
    for (const bool keep_all : {false, true}) {
      const Plan plan = make_plan(content, "random.txt", lexicon(), {.read = {.keep_all = keep_all}});
      REQUIRE(plan.source == decode(content, nullptr).text);
      check_complete(plan);
      check_invariants(plan);
    }
  }
}

TEST_CASE("random bytes give a plan too") {
  std::mt19937 random(11);
  for (int round = 0; round < rounds(50); ++round) {
    std::string content(500, ' ');
    for (char& c : content) c = static_cast<char>(random());
    check_complete(make_plan(content, "random", lexicon(), {}));
  }
}

TEST_CASE("a pause before each chapter, and behind headings and paragraphs") {
  const Plan plan =
      make_plan("第一，要快\n\n我们要快。很快。\n\n第二，要好\n\n我们要好。\n", "a.txt", lexicon(), {});
  REQUIRE(plan.utterances.size() == 5);
  const auto after = [&](std::size_t i) { return plan.utterances[i].segments.back().after; };
  CHECK(after(0) == Pause::heading);
  CHECK(after(1) == Pause::sentence);
  CHECK(after(2) == Pause::chapter);
  CHECK(after(3) == Pause::heading);
  CHECK(after(4) == Pause::paragraph);
}

TEST_CASE("a million hanzi without a stop give a plan") {
  std::string content;
  for (std::size_t i = 0; i < long_size(1'000'000); ++i) content += i % 2 == 0 ? "会" : "议";
  const Plan plan = make_plan(content, "long.txt", lexicon(), {});
  check_invariants(plan);
  REQUIRE(plan.utterances.size() >= 1);
}

TEST_CASE("the outline has every heading, and chapters open down to the depth") {
  const std::string text =
      "一、甲\n\n我们要快。\n\n（一）子\n\n很快。\n\n（二）丑\n\n更快。\n\n二、乙\n\n我们要好。\n";
  for (const auto& [depth, chapters] : {std::pair{1, 2}, {2, 4}}) {
    const Plan plan = make_plan(text, "a.txt", lexicon(), {.chapter_depth = depth});
    CHECK(plan.chapters.size() == static_cast<std::size_t>(chapters));
    REQUIRE(plan.outline.size() == 4);
    CHECK(plan.outline[1].title == "（一）子");
    CHECK(plan.outline[1].level == 2);
    CHECK(plan.utterances.at(plan.outline[1].first).shown == "（一）子");
  }
}
