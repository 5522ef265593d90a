#include "audio/loudness_targets.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "audio/pauses.h"
#include "text/error.h"

using namespace langdu;

namespace {

std::string refusal(std::string_view words) {
  try {
    parse_loudness(words);
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::wrong_use);
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("each target is what its listeners' rules say") {
  struct Rule {
    double lufs;
    double true_peak_db;
    double head_least, head_most, tail_least, tail_most;  // seconds
  };
  const std::map<std::string_view, Rule> rules = {
      {"podcast", {-19, -1, 0, 0, 0, 1}},  // -16 LUFS in stereo
      {"acx", {-19.5, -3, 0.5, 1, 1, 5}},  // its RMS is checked on sound: tests/e2e/loudness_test.cpp
      {"street", {-16, -1, 0, 0, 0, 1}},
      {"room", {-23, -5, 0, 0, 0, 1}},
  };
  CHECK(loudness_targets().size() == rules.size());
  for (const LoudnessTarget& target : loudness_targets()) {
    CAPTURE(target.name);
    const Rule& rule = rules.at(target.name);
    CHECK(target.lufs == rule.lufs);
    CHECK(target.true_peak_db == rule.true_peak_db);
    CHECK(target.true_peak_db <= -1);
    CHECK(ceiling_db(target) <= target.true_peak_db - 0.7);  // what an encoder adds
    CHECK(target.head_ms >= 1000 * rule.head_least);
    CHECK(target.head_ms <= 1000 * rule.head_most);
    const int tail = target.tail_ms > 0 ? target.tail_ms : closing_silence_ms;
    CHECK(tail >= 1000 * rule.tail_least);
    CHECK(tail <= 1000 * rule.tail_most);
    CHECK(target.compressed == (target.name == "street"));
    CHECK_FALSE(target.reason.empty());
  }
}

TEST_CASE("the voices' gains are made for the usual target: it adds none") {
  const LoudnessTarget& usual = loudness_targets().front();
  CHECK(usual.name == usual_loudness);
  CHECK(usual.gain_db == 0);
}

TEST_CASE("a target and exact are read in either order") {
  for (const LoudnessTarget& target : loudness_targets()) {
    const std::string name(target.name);
    CHECK(parse_loudness(name).target == &target);
    CHECK_FALSE(parse_loudness(name).exact);
    for (const std::string& words : {name + ",exact", "exact," + name}) {
      CAPTURE(words);
      CHECK(parse_loudness(words).target == &target);
      CHECK(parse_loudness(words).exact);
    }
  }
  CHECK(parse_loudness("exact").target == &loudness_targets().front());
  CHECK(parse_loudness("exact").exact);
}

TEST_CASE("what is no loudness is refused with the words that are") {
  for (const char* bad : {"", "loud", "Street", "street,", ",exact", "street exact", "street,room",
                          "exact,exact", "street,exact,room", "street,exact,", "podcast,podcast"}) {
    CAPTURE(bad);
    const std::string message = refusal(bad);
    CHECK(message.find("'" + std::string(bad) + "'") != std::string::npos);
    CHECK(message.find("exact") != std::string::npos);
    for (const LoudnessTarget& target : loudness_targets())
      CHECK(message.find(target.name) != std::string::npos);
  }
}
