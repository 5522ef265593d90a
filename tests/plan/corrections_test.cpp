#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "pinyin/test_lexicon.h"
#include "plan/dump.h"
#include "plan/planner.h"
#include "support/growth.h"
#include "text/utf8.h"

using namespace langdu;

namespace {

const Lexicon& lexicon() {
  static const Lexicon opened = open_test_lexicon();
  return opened;
}

Plan plan_of(const std::string& text, const UserLexicon* words = nullptr) {
  return make_plan(text, "a.txt", lexicon(), {.words = words});
}

std::string pinyin(const Plan& plan) {
  std::string out;
  for (const Utterance& utterance : plan.utterances) out += pinyin_of(utterance);
  return out;
}

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

/// Every hanzi of `text` with a mark behind it.
std::string with_marks(const std::string& text, std::size_t& count) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Rune rune = rune_at(text, at);
    out += text.substr(at, rune.size);
    at += rune.size;
    if (!rune.valid || !is_hanzi(rune.code)) continue;
    out += "<biang4>";
    ++count;
  }
  return out;
}

}  // namespace

TEST_CASE("a mark is neither shown nor spoken, and is listed as dropped") {
  const Plan plan = plan_of("他姓曾<zeng1>，住在长<cháng>江边。\n");
  REQUIRE(plan.utterances.size() == 1);
  CHECK(plan.utterances[0].shown == "他姓曾，住在长江边。");
  CHECK(plan.utterances[0].spoken == "他姓曾，住在长江边。");
  CHECK(plan.marks.size() == 2);
  CHECK(plan.notes.empty());
  REQUIRE(plan.dropped.size() == 2);
  for (const Dropped& dropped : plan.dropped) CHECK(dropped.rule == "reading mark");
  CHECK(plan.source.substr(plan.dropped[0].source.begin, plan.dropped[0].source.size()) == "<zeng1>");
  CHECK(pinyin(plan).find("zeng1") != std::string::npos);
}

TEST_CASE("a mark stays with its hanzi in the title, in headings, and over repaired blanks and lines") {
  const Plan plan = plan_of(
      "行长<chang2>的讲话\n\n第一，重<zhong4>申\n\n他 也 曾 <zeng1>。\n\n第二，再长<chang2> 一 点\n\n好。\n");
  CHECK(plan.metadata.title == "行长的讲话");
  REQUIRE(plan.chapters.size() == 3);
  CHECK(plan.chapters[1].title == "第一，重申");
  CHECK(plan.chapters[2].title == "第二，再长一点");
  const std::string all = pinyin(plan);
  for (const char* reading : {"hang2chang2", "zhong4shen1", "chang2"}) {
    CAPTURE(reading);
    CHECK(all.find(reading) != std::string::npos);
  }
  CHECK(all.find("zeng1") == std::string::npos);  // it stood behind a blank
  CHECK(all.find("zhang3") == std::string::npos);
}

TEST_CASE("a mark stays with a hanzi that is spoken with a number, in its piece or moved before it") {
  const std::pair<const char*, const char*> cases[] = {
      {"2023年<biang4>12月3日<biang3>。", "er4ling2er4san1biang4 shi2er4yue4 san1biang3。"},
      {"100元<biang3>/月<biang4>。", "mei3biang4 yi4bai2biang3。"},
      {"10mg/天<biang4>。", "mei3biang4 shi2 hao2ke4。"}};
  for (const auto& one : cases) {
    CAPTURE(one.first);
    const Plan plan = plan_of(one.first);
    CHECK(pinyin(plan) == one.second);
    CHECK(plan.notes.empty());
  }
}

TEST_CASE("of all lines of the normaliser's tests, only redacted names lose their marks, and say so") {
  for (const auto& entry : std::filesystem::directory_iterator(TEST_DATA "/normalise")) {
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      const std::string text = line.substr(0, line.find(" =>"));
      std::size_t count = 0;
      const std::string marked = with_marks(text, count);
      CAPTURE(marked);
      const Plan plain = make_plan(text, "a.txt", lexicon(), {.read = {.keep_all = true}});
      const Plan plan = make_plan(marked, "a.txt", lexicon(), {.read = {.keep_all = true}});
      REQUIRE(plan.marks.size() == count);
      REQUIRE(plan.utterances.size() == plain.utterances.size());
      std::size_t applied = 0;
      for (std::size_t i = 0; i < plan.utterances.size(); ++i) {
        CHECK(plan.utterances[i].spoken == plain.utterances[i].spoken);
        applied += plan.utterances[i].corrections.size();
      }
      const std::size_t unused = plan.notes.size() - plain.notes.size();
      if (text.find("〇〇") == std::string::npos) CHECK(unused == 0);
      if (!plan.utterances.empty()) CHECK(applied + unused == count);
    }
  }
}

TEST_CASE("a mark without effect is noted, and beyond twenty they are counted") {
  const Plan plan = plan_of("〇〇<ling2>县。\n");
  REQUIRE(plan.notes.size() == 1);
  CHECK(plan.notes[0].message.find("<ling2>") != std::string::npos);
  CHECK(plan.notes[0].where == Span{3, 6});
  const Plan many = plan_of(repeated("〇〇<ling2>县。\n", 3000));
  REQUIRE(many.notes.size() == 21);
  CHECK(many.notes.back().message.find("more reading marks") != std::string::npos);
}

TEST_CASE("〇 and 零 are two words of the user's, in any order of their lines") {
  for (const char* file : {"李〇\tli1 ling1\n李零\tli4 ling4\n", "李零\tli4 ling4\n李〇\tli1 ling1\n"}) {
    UserLexicon words;
    CHECK(words.add(file, "w.tsv").empty());
    CHECK(words.size() == 2);
    CHECK(pinyin(plan_of("李〇，李零。\n", &words)) == "li1ling1，li4ling4。");
  }
}

TEST_CASE("marks in dropped lines are dropped with them") {
  const Plan plan = plan_of("会议开始。\n\n推荐访问：\n\n版权所有<you3>：某某网 2005-2024\n");
  CHECK(plan.notes.empty());
  CHECK(pinyin(plan) == pinyin(plan_of("会议开始。\n")));
}

TEST_CASE("a mark behind a placeholder or in markup stays text") {
  for (const char* text : {"X<chang2>长同志", "会<div>议</div>", "会议<chang9>", "会议<>"}) {
    CAPTURE(text);
    const Plan plan = plan_of(text);
    CHECK(plan.marks.empty());
    CHECK(plan.utterances.at(0).shown == text);
  }
}

TEST_CASE("the text plan and the JSON plan list what was corrected") {
  UserLexicon words;
  words.add("# 我的\n长江\tchang1 jiang4\n", "my.tsv");
  const Plan plan = plan_of("长江边，曾<zeng1>。再见长江。\n会议。\n", &words);
  const std::string text = plan_as_text(plan);
  CHECK(text.find("   corrected: 长江 chang1 jiang4, my.tsv:2\n   corrected: 曾 zeng1, mark in the text\n") !=
        std::string::npos);
  const auto json = nlohmann::json::parse(plan_as_json(plan));
  const auto& sentences = json["chapters"][0]["sentences"];
  REQUIRE(sentences.size() == 3);
  const auto& corrections = sentences[0]["corrections"];
  REQUIRE(corrections.size() == 2);
  CHECK(corrections[0] == nlohmann::json{{"source", {{"begin", 0}, {"end", 6}}},
                                         {"hanzi", "长江"},
                                         {"reading", "chang1 jiang4"},
                                         {"from", "my.tsv:2"}});
  CHECK(corrections[1]["from"] == "mark in the text");
  CHECK(sentences[1]["corrections"].size() == 1);
  CHECK(sentences[2]["corrections"].empty());
}

TEST_CASE("hanzi that no dictionary has are spoken when a user gives their reading") {
  UserLexicon words;
  words.add("鿿𮯰\tyi1 er2\n", "f");
  const Plan plan = plan_of("鿿𮯰在𮯰<san1>。", &words);
  CHECK(pinyin(plan) == "yi1er2 zai4 san1。");
  CHECK(plan.notes.empty());
}

TEST_CASE("hostile marks give a plan in linear time") {
  UserLexicon words;
  words.add("长\tchang2\n长长\tzhang3 zhang3\n", "f");
  for (const char* part : {"<", "长<", "长<chang2", "长<chang2>", "长<chang2>。", "〇〇<ling2>县",
                           "100元<yuan2>/月<yue4>，", "长<chang2>\n", "1元<yuan2>"}) {
    CAPTURE(part);
    const std::size_t size = long_size(1'000'000);
    CHECK(plan_of(repeated(part, size), &words).source.size() >= size);
  }
}

TEST_CASE("the JSON plan is written piece by piece as one dump of it would be") {
  for (const std::string& text : {std::string(), std::string("长<chang2>江\xFF。会<zhang9>。\n"),
                                  repeated("长<chang2>江。\n", 100'000)}) {
    const Plan plan = plan_of(text);
    const std::string json = plan_as_json(plan);
    CHECK(nlohmann::ordered_json::parse(json).dump(1) + "\n" == json);
    std::string joined;
    std::size_t largest = 0;
    write_plan_as_json(plan, [&](std::string_view piece) {
      joined += piece;
      largest = std::max(largest, piece.size());
    });
    CHECK(joined == json);
    CHECK(largest < 100'000);
  }
}
