#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "audio/loudness_targets.h"
#include "e2e/langdu.h"
#include "e2e/samples.h"

using langdu::loudness_targets;
using langdu::LoudnessTarget;

namespace {

struct Measured {
  double lufs = 0;
  double true_peak_db = 0;
};

double number_behind(const std::string& text, const std::string& name) {
  const auto at = text.find(name);
  REQUIRE(at != std::string::npos);
  return std::strtod(text.c_str() + at + name.size(), nullptr);
}

std::string filtered(const std::string& file, const std::string& filter) {
  return run({"ffmpeg", "-nostats", "-i", file, "-af", filter, "-f", "null", "-"}).err;
}

/// By ffmpeg's meter; `cut` is a filter before it.
Measured measured(const std::string& file, const std::string& cut = "") {
  const std::string log = filtered(file, cut + "ebur128=peak=true");
  const std::string summary = log.substr(log.rfind("Summary:"));
  return {number_behind(summary, "I:"), number_behind(summary, "Peak:")};
}

std::vector<double> chapter_loudness(const std::string& file) {
  std::vector<double> loudness;
  const nlohmann::json probe = chapters_of(file);
  for (const auto& chapter : probe.at("chapters")) {
    loudness.push_back(measured(file, "atrim=start=" + chapter["start_time"].get<std::string>() +
                                          ":end=" + chapter["end_time"].get<std::string>() + ",")
                           .lufs);
  }
  return loudness;
}

bool long_tests() { return std::getenv("LANGDU_LONG_TESTS") != nullptr; }

/// All samples; that of eight minutes for the usual target only, unless there is time (LANGDU_LONG_TESTS).
std::vector<std::string> samples_for(const LoudnessTarget& target) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(LANGDU_REPOSITORY "/samples")) {
    if (entry.path() != briefing || &target == &loudness_targets().front() || long_tests())
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() >= 8);
  return files;
}

void check_neighbours(const std::string& file, double most = 1) {
  const std::vector<double> loudness = chapter_loudness(file);
  CHECK_FALSE(loudness.empty());
  for (std::size_t i = 1; i < loudness.size(); ++i) {
    CAPTURE(i);
    CHECK(std::abs(loudness[i] - loudness[i - 1]) <= most);
  }
}

/// Seconds of digital silence at the start and at the end.
std::pair<double, double> silence_around(const std::string& file) {
  const auto samples = samples_of(file);
  const auto heard = [](int sample) { return std::abs(sample) > 32; };  // -60 dB: what ACX calls noise
  const auto first = std::find_if(samples.begin(), samples.end(), heard);
  const auto last = std::find_if(samples.rbegin(), samples.rend(), heard);
  return {static_cast<double>(first - samples.begin()) / 22050,
          static_cast<double>(last - samples.rbegin()) / 22050};
}

}  // namespace

TEST_CASE("every sample meets every target, and its chapters are as loud as their neighbours") {
  const TemporaryFolder folder;
  for (const LoudnessTarget& target : loudness_targets()) {
    CAPTURE(target.name);
    for (const std::string& sample : samples_for(target)) {
      CAPTURE(sample);
      const std::string file = folder / "a.wav";
      REQUIRE(run_langdu({"render", sample, "--loudness", std::string(target.name), "-o", file}).status == 0);
      const Measured sound = measured(file);
      CHECK(std::abs(sound.lufs - target.lufs) <= 1);
      CHECK(sound.true_peak_db <= target.true_peak_db);
      check_neighbours(file);
      if (target.name != "acx") continue;
      const std::string log = filtered(file, "astats");
      const std::string overall = log.substr(log.rfind("Overall"));
      const double rms = number_behind(overall, "RMS level dB:");
      CHECK(rms >= -23);
      CHECK(rms <= -18);
      CHECK(number_behind(overall, "Peak level dB:") <= -3);
      const std::pair<double, double> silence = silence_around(file);
      CHECK(silence.first >= 0.5);
      CHECK(silence.first <= 1);
      CHECK(silence.second >= 1);
      CHECK(silence.second <= 5);
    }
  }
}

TEST_CASE("with exact the samples (all of them in the long tests) are within 0.3 LU of their target") {
  const TemporaryFolder folder;
  for (const LoudnessTarget& target : loudness_targets()) {
    CAPTURE(target.name);
    for (const std::string& sample : samples_for(target)) {
      if (!long_tests() && !sample.ends_with(".vtt") && !sample.ends_with(".docx")) continue;
      CAPTURE(sample);
      const std::string file = folder / "a.wav";
      const std::string words = std::string(target.name) + ",exact";
      REQUIRE(run_langdu({"render", sample, "--loudness", words, "-o", file}).status == 0);
      const Measured sound = measured(file);
      CHECK(std::abs(sound.lufs - target.lufs) <= 0.3);
      CHECK(sound.true_peak_db <= target.true_peak_db);
    }
  }
}

TEST_CASE("titles of four hanzi as chapters are within 1 LU of their neighbours, shorter ones within 1.5") {
  const TemporaryFolder folder;
  std::ofstream(folder / "four.md")
      << "# 大家都好\n\n# 气死我吧\n\n# "
         "一七一起\n\n今天天气很好。我们一起去公园玩了一整天，还吃了很多好吃的东西。\n\n"
         "# 他妈哈拉\n\n# 不知不觉\n\n# 四十四次\n\n# English\n\nOpen the file and read it aloud.\n";
  // As short as the 400 ms that a meter takes together, or little longer: where they begin changes its
  // figure.
  std::ofstream(folder / "short.md") << "# 大家都好\n\n# 阿姨\n\n# 好\n\n# 不知不觉\n";
  for (const LoudnessTarget& target : loudness_targets()) {
    CAPTURE(target.name);
    const auto rendered = [&](const std::string& document) {
      const std::string file = folder / "a.wav";
      REQUIRE(run_langdu({"render", document, "--loudness", std::string(target.name), "-o", file}).status ==
              0);
      return file;
    };
    check_neighbours(rendered(folder / "four.md"));
    CHECK(chapters_of(folder / "a.wav")["chapters"].size() == 7);
    check_neighbours(rendered(folder / "short.md"), 1.5);
  }
}

TEST_CASE("an MP3 keeps the target's true peak, for what the encoder adds") {
  const TemporaryFolder folder;
  for (const LoudnessTarget& target : loudness_targets()) {
    CAPTURE(target.name);
    const std::string file = folder / "a.mp3";
    const std::string sample = LANGDU_REPOSITORY "/samples/article.html";
    REQUIRE(run_langdu({"render", sample, "--loudness", std::string(target.name), "-o", file}).status == 0);
    const Measured sound = measured(file);
    CHECK(sound.true_peak_db <= target.true_peak_db);
    CHECK(std::abs(sound.lufs - target.lufs) <= 1);
  }
}

TEST_CASE("a stream has the constant gain, or the exact one; volume goes on top") {
  const TemporaryFolder folder;
  const std::string sample = LANGDU_REPOSITORY "/samples/notes.md";
  const auto streamed = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"render", sample, "-o", "-"});
    RunOptions redirected;
    redirected.output_file = folder / "s.wav";
    REQUIRE(run_langdu(arguments, redirected).status == 0);
    return measured(folder / "s.wav").lufs;
  };
  for (const LoudnessTarget& target : loudness_targets()) {
    CAPTURE(target.name);
    CHECK(std::abs(streamed({"--loudness", std::string(target.name)}) - target.lufs) <= 1);
  }
  CHECK(std::abs(streamed({"--loudness", "street,exact"}) + 16) <= 0.3);
  CHECK(std::abs(streamed({"--loudness", "room,exact", "--volume", "50"}) + 29.02) <= 0.3);
}

TEST_CASE("a wrong loudness is wrong use, and names the words; play takes a target but not exact") {
  const TemporaryFolder folder;
  const auto wrong = run_langdu({"render", briefing, "--loudness", "loud", "-o", folder / "a.wav"});
  CHECK(wrong.status == 2);
  for (const LoudnessTarget& target : loudness_targets())
    CHECK(wrong.err.find(target.name) != std::string::npos);
  CHECK(folder.count() == 0);
  const auto live = run_langdu({"play", briefing, "--loudness", "street,exact"});
  CHECK(live.status == 2);
  CHECK(live.err.find("--loudness") != std::string::npos);
  const auto help = run_langdu({"play", "--help"});
  for (const LoudnessTarget& target : loudness_targets())
    CHECK(help.out.find(target.name) != std::string::npos);
}
