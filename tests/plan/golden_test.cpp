#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "pinyin/test_lexicon.h"
#include "plan/dump.h"
#include "plan/planner.h"
#include "support/temporary_folder.h"

// Golden plans: tests/data/plan/NAME.txt is what the plan of samples/NAME.txt must look like, read line by
// line by a person before it was committed. LANGDU_UPDATE_GOLDEN=1 writes them anew; then read the
// difference.

using namespace langdu;

namespace {

Plan plan_of(const std::filesystem::path& sample) {
  static const Lexicon lexicon = open_test_lexicon();
  return make_plan(content_of(sample), sample.filename().string(), lexicon, {});
}

}  // namespace

TEST_CASE("the plan of every sample is the golden one") {
  std::size_t compared = 0;
  for (const auto& entry : std::filesystem::directory_iterator(LANGDU_REPOSITORY "/samples")) {
    CAPTURE(entry.path().string());
    const std::string text = plan_as_text(plan_of(entry.path()));
    const auto golden = std::filesystem::path(TEST_DATA "/plan") / (entry.path().stem().string() + ".txt");
    if (std::getenv("LANGDU_UPDATE_GOLDEN") != nullptr) std::ofstream(golden, std::ios::binary) << text;
    CHECK(text == content_of(golden));
    ++compared;
  }
  CHECK(compared > 0);
}

TEST_CASE("the JSON plan has the documented form, and its spans lead back to the source") {
  const auto sample = std::filesystem::path(LANGDU_REPOSITORY "/samples/briefing.txt");
  const std::string source = content_of(sample);
  const auto json = nlohmann::json::parse(plan_as_json(plan_of(sample)));
  CHECK(json.at("title").is_string());
  CHECK(json.at("metadata").at("date").is_string());
  REQUIRE(json.at("chapters").size() == 4);
  CHECK(json["chapters"][0].at("kind") == "opening");
  CHECK(json["chapters"][0].at("title") == json["title"]);
  CHECK(json["chapters"][1].at("kind") == "section");
  CHECK(json["chapters"][1].at("level") == 1);
  std::size_t end = 0;
  for (const auto& chapter : json["chapters"]) {
    for (const auto& sentence : chapter.at("sentences")) {
      const std::size_t begin = sentence.at("source").at("begin");
      CHECK(begin >= end);
      end = sentence.at("source").at("end");
      CHECK(end <= source.size());
      for (const char* field : {"text", "spoken", "pinyin"})
        CHECK_FALSE(sentence.at(field).get<std::string>().empty());
    }
  }
  REQUIRE_FALSE(json.at("dropped").empty());
  for (const auto& dropped : json["dropped"]) {
    const std::size_t begin = dropped.at("source").at("begin");
    const std::size_t size = dropped.at("source").at("end").get<std::size_t>() - begin;
    CHECK(dropped.at("text") == source.substr(begin, size));
    CHECK_FALSE(dropped.at("rule").get<std::string>().empty());
  }
}

TEST_CASE("notes carry line, column and message; invalid bytes do not break the JSON") {
  static const Lexicon lexicon = open_test_lexicon();
  const auto plan = make_plan("会议开始。\n今天\xFF\xFE很好。\n", "bad.txt", lexicon, {});
  const auto json = nlohmann::json::parse(plan_as_json(plan));
  REQUIRE(json.at("notes").size() == 1);
  CHECK(json["notes"][0].at("line") == 2);
  CHECK(json["notes"][0].at("column") == 3);
  CHECK(json["notes"][0].at("severity") == "warning");
  REQUIRE(json.at("dropped").size() == 1);
  CHECK(json["dropped"][0].at("text") == "\uFFFD\uFFFD");
  CHECK(plan_as_text(plan).find("line 2: ") != std::string::npos);
}
