#include "plan/unread.h"
#include "pinyin/test_lexicon.h"

#include <doctest/doctest.h>

#include <string>

#include "plan/planner.h"
#include "support/growth.h"
#include "text/lines.h"
#include "text/utf8.h"

using namespace langdu;

namespace {

const Lexicon& lexicon() {
  static const Lexicon opened = open_test_lexicon();
  return opened;
}

Plan plan_of(const std::string& content) { return make_plan(content, "a.txt", lexicon(), {}); }

std::string utf8(char32_t code) {
  std::string text;
  append_utf8(text, code);
  return text;
}

/// "line:column severity message|" of each note.
std::string notes_of(const Plan& plan) {
  const Lines lines(plan.source);
  std::string out;
  for (const Note& note : plan.notes) {
    const Place place = lines.place(note.where.begin);
    out += std::to_string(place.line) + ":" + std::to_string(place.column) +
           (note.severity == Severity::info ? " note " : " warning ") + note.message + "|";
  }
  return out;
}

std::string dropped_of(const Plan& plan) {
  std::string out;
  for (const Dropped& dropped : plan.dropped)
    out += plan.source.substr(dropped.source.begin, dropped.source.size());
  return out;
}

double seconds_for(const std::string& content) {
  Plan plan;
  const double seconds = cpu_seconds([&] { plan = plan_of(content); });
  CHECK(plan.notes.size() < 45);
  return seconds;
}

}  // namespace

TEST_CASE("a character that nobody can read is named once, at its first place, with a count") {
  std::string content = "会议\U000323AF开始。\n";
  for (int i = 0; i < 1000; ++i) content += "会议\U000323AF开始。\n";
  const Plan plan = plan_of(content);
  CHECK(notes_of(plan) ==
        "1:3 warning no reading is known for '\U000323AF' (U+323AF); it was left out 1001 times|");
  CHECK(plan.dropped.size() == 1001);
}

TEST_CASE("each kind of character that cannot be said has a note, and is listed as dropped") {
  for (const char32_t code :
       {U'\uE000', U'\U000F0000', U'の', U'カ', U'ﾊ', U'ㄅ', U'안', U'Ж', U'ا', U'\u0E01', U'\U0001F600',
        U'★', U'※', U'⺀', U'\U000323AF', U'\u0D4D', U'\u0378'}) {
    CAPTURE(utf8(code));
    const Plan plan = plan_of("会议" + utf8(code) + "开始。\n");
    char number[16];
    std::snprintf(number, sizeof number, "U+%04X", static_cast<unsigned>(code));
    REQUIRE(plan.notes.size() == 1);
    CHECK(plan.notes[0].message.find(number) != std::string::npos);
    CHECK(notes_of(plan).starts_with("1:3 "));
    CHECK(dropped_of(plan) == utf8(code));
  }
}

TEST_CASE("a symbol or a picture is a note, a letter or a hanzi is a warning") {
  CHECK(notes_of(plan_of("会议★开始。\n")).starts_with("1:3 note "));
  CHECK(notes_of(plan_of("会议の开始。\n")).starts_with("1:3 warning "));
}

TEST_CASE("twenty characters are named, the others counted") {
  std::string content;
  for (char32_t code = 0x30A1; code < 0x30A1 + 50; ++code) content += "会议" + utf8(code) + "开始。\n";
  const Plan plan = plan_of(content);
  CHECK(plan.notes.size() == 21);
  CHECK(plan.notes.back().message.starts_with("30 other characters"));
  CHECK(plan.dropped.size() == 50);
}

TEST_CASE("what a reader does not see has no note: forms of hanzi, parts of emoji, combining accents") {
  for (const char* line :
       {"葛\U000E0100城会议。", "会议。", "Cafe\u0301会议。", "豈更⼈⺠银⾏。", "裏側、図書。"}) {
    CAPTURE(line);
    CHECK(notes_of(plan_of(line)) == "");
  }
  CHECK(plan_of("👨\u200D👩\u200D👧\uFE0F👍🏽会议。").notes.size() == 4);
  const Plan plan = plan_of("会\U000E0100议。");
  REQUIRE(plan.utterances.size() == 1);
  CHECK(plan.utterances[0].segments[0].words[0].syllables.size() == 2);
}

TEST_CASE("hanzi of extension J, which no list knows yet, are named as hanzi") {
  for (const char32_t code : {U'\U000323B0', U'\U00033479'}) {
    const Plan plan = plan_of("会议" + utf8(code) + "开始。\n");
    REQUIRE(plan.notes.size() == 1);
    CHECK(plan.notes[0].message.starts_with("no reading is known for '" + utf8(code)));
  }
}

TEST_CASE("a sentence of nothing but such characters is named too") {
  const Plan plan = plan_of("カナ\n\n会议。\n");
  CHECK(plan.notes.size() == 2);
  CHECK(plan.utterances.size() == 1);
}

TEST_CASE("a million rare hanzi, and a million unknown ones, without a stop take linear time") {
  const auto hanzi = [](char32_t first, std::uint32_t distinct, std::size_t count) {
    std::string content;
    for (std::size_t i = 0; i < count; ++i)
      append_utf8(content, first + static_cast<std::uint32_t>(i % distinct));
    return content;
  };
  struct Range {
    char32_t first;
    std::uint32_t distinct;
  };
  constexpr Range ranges[] = {{0x3400, 6000}, {0x20000, 40000}, {0x30000, 9000}, {0x323AF, 1},
                              {0xE000, 6400}, {0x3041, 80},     {0xAC00, 11000}, {0x1F600, 80},
                              {0x300, 100},   {0x2F800, 540},   {0x2E80, 26}};
  for (const Range& range : ranges) {
    CAPTURE(static_cast<unsigned>(range.first));
    const double small = seconds_for(hanzi(range.first, range.distinct, long_size(1'000'000) / 10));
    const double large = seconds_for(hanzi(range.first, range.distinct, long_size(1'000'000)));
    CHECK(grows_linearly(small, large));
  }
}
