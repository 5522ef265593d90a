#include "plan/pauses_in_text.h"

#include <doctest/doctest.h>

#include "pinyin/test_lexicon.h"
#include "plan/dump.h"
#include "plan/planner.h"

using namespace langdu;

namespace {

Plan plan_of(const std::string& text) {
  static const Lexicon lexicon = open_test_lexicon();
  return make_plan(text, "text.txt", lexicon, {});
}

std::string pinyin(const Plan& plan) {
  std::string all;
  for (const Utterance& utterance : plan.utterances) all += pinyin_of(utterance);
  return all;
}

}  // namespace

TEST_CASE("a pause stands behind the word before it, and cuts its clause there") {
  struct Line {
    const char* text;
    const char* pinyin;
  };
  for (const Line& line : {
           Line{"他说[pause:1.5]走吧。", "ta1 shuo1 [pause:1.5]zou3ba5。"},
           Line{"他来了。[pause:2]他走了。", "ta1 lai2le5。[pause:2]ta1 zou3le5。"},
           Line{"他来了[pause:2]。他走了。", "ta1 lai2le5。[pause:2]ta1 zou3le5。"},
           Line{"他来了，[pause:0]他走了。", "ta1 lai2le5，[pause:0]ta1 zou3le5。"},
           Line{"他来了。\n\n[pause:2]\n\n他走了。", "ta1 lai2le5。[pause:2]ta1 zou3le5。"},
           Line{"他来了。[pause:1]\n\n[pause:2]\n\n他走了。", "ta1 lai2le5。[pause:3]ta1 zou3le5。"},
           Line{"再见 Hello big[pause:1]world。", "zai4jian4 Hello big [pause:1]world。"},
           Line{"花了$50[pause:3]就够。", "hua1le5 wu3shi2 mei3yuan2 [pause:3]jiu4gou4。"},
           Line{"他来了。\n\n责任编辑：[pause:5]张三\n\n他走了。", "ta1 lai2le5。ta1 zou3le5。"},
           Line{"[pause:9]他来了。", "ta1 lai2le5。"},
       }) {
    CAPTURE(line.text);
    const Plan plan = plan_of(line.text);
    CHECK(pinyin(plan) == line.pinyin);
    for (const Utterance& utterance : plan.utterances) {
      for (const Segment& segment : utterance.segments) CHECK_FALSE(segment.words.empty());
    }
  }
}

TEST_CASE("a pause before the first word is named") {
  const Plan plan = plan_of("[pause:9]他来了。");
  REQUIRE(plan.notes.size() == 1);
  CHECK(plan.notes[0].message.find("no effect") != std::string::npos);
  CHECK(plan_of("他来了。[pause:9]").notes.empty());
}

TEST_CASE("a pause inside a word is made behind it, which a note says") {
  const Plan plan = plan_of("来自北京[pause:2]大学里。");
  REQUIRE(plan.notes.size() == 1);
  CHECK(plan.notes[0].message.find("inside") != std::string::npos);
}

TEST_CASE("pauses that add up to more than can be counted are as long as can be") {
  std::string text = "他来了";
  for (int i = 0; i < 75'000; ++i) text += "[pause:60]";
  const Plan plan = plan_of(text + "。");
  CHECK(plan.utterances.at(0).segments.back().exact_pause == UINT32_MAX);
}

TEST_CASE("the words keep their number and their place in the text, wherever a pause cuts") {
  const Plan whole = plan_of("我们的 big red dog 在这里走。");
  const Plan cut = plan_of("我们[pause:1]的 big [pause:1]red dog[pause:1] 在[pause:1]这里走。[pause:1]");
  std::vector<std::uint32_t> a;
  std::vector<std::uint32_t> b;
  for (const auto& [plan, places] : {std::pair{&whole, &a}, std::pair{&cut, &b}}) {
    for (const Segment& segment : plan->utterances.at(0).segments)
      for (const Word& word : segment.words) places->push_back(word.shown);
  }
  CHECK(a.size() >= 7);
  CHECK(a == b);
}
