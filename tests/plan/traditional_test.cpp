#include <doctest/doctest.h>

#include "pinyin/test_lexicon.h"
#include "plan/planner.h"

using namespace langdu;

namespace {

Plan plan_of(const std::string& content) {
  static const Lexicon lexicon = open_test_lexicon();
  return make_plan(content, "a.txt", lexicon, {});
}

/// "syllables:source syllables:source ..." of all words.
std::string words_of(const Plan& plan) {
  std::string out;
  for (const Utterance& utterance : plan.utterances) {
    for (const Segment& segment : utterance.segments) {
      for (const Word& word : segment.words) {
        if (!out.empty()) out += ' ';
        for (const Syllable syllable : word.syllables) out += to_string(syllable);
        out += ":" + plan.source.substr(word.source.begin, word.source.size());
      }
    }
  }
  return out;
}

}  // namespace

TEST_CASE("traditional text is shown and spoken as it is written, and its words know their places") {
  const Plan plan = plan_of("銀行行長有3隻貓。⼈⺠看著圖書館。\n");
  REQUIRE(plan.utterances.size() == 2);
  CHECK(plan.utterances[0].shown == "銀行行長有3隻貓。");
  CHECK(plan.utterances[0].spoken == "銀行行長有三隻貓。");
  CHECK(plan.utterances[1].shown == "⼈⺠看著圖書館。");
  CHECK(plan.utterances[1].spoken == "⼈⺠看著圖書館。");
  CHECK(words_of(plan) ==
        "yin2hang2hang2zhang2:銀行行長 you3:有 san1zhi1:3隻 mao1:貓 ren2min2:⼈⺠ kan4zhe5:看著 "
        "tu2shu1guan3:圖書館");
  CHECK(plan.notes.empty());
  CHECK(plan.dropped.empty());
}

TEST_CASE("sections of a traditional text") {
  const Plan plan = plan_of("第一節 總論\n\n這是第一節。\n\n第二節 歷史\n\n這是第二節。\n");
  REQUIRE(plan.chapters.size() == 2);
  CHECK(plan.chapters[1].title == "第二節 歷史");
}

TEST_CASE("marks behind traditional hanzi, also where a rule replaces them") {
  const Plan plan = plan_of("長<chang2>官說：2萬<wan3>人。\n");
  REQUIRE(plan.utterances.size() == 1);
  CHECK(plan.utterances[0].corrections.size() == 2);
  CHECK(plan.notes.empty());
  CHECK(words_of(plan).starts_with("chang2"));
  CHECK(words_of(plan).find("wan3") != std::string::npos);
}
