#include <doctest/doctest.h>
#include <sndfile.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "e2e/langdu.h"
#include "e2e/samples.h"

namespace {

/// The samples behind the open-ended header of a WAV stream.
std::vector<std::int16_t> samples_of_stream(const std::string& bytes) {
  const auto data = bytes.find("data");
  REQUIRE(data != std::string::npos);
  std::vector<std::int16_t> samples((bytes.size() - data - 8) / 2);
  std::memcpy(samples.data(), bytes.data() + data + 8, samples.size() * 2);
  return samples;
}

std::vector<std::string> expected_titles() {
  const auto plan = nlohmann::json::parse(run_langdu({"plan", "--json", briefing}).out);
  std::vector<std::string> titles;
  for (const auto& chapter : plan.at("chapters")) titles.push_back(chapter.at("title"));
  return titles;
}

std::vector<std::string> titles_of(const nlohmann::json& probe) {
  std::vector<std::string> titles;
  for (const auto& chapter : probe.at("chapters")) titles.push_back(chapter.at("tags").at("title"));
  return titles;
}

/// The loudest sample in [from, to) seconds, as a part of full scale.
double peak(const std::vector<std::int16_t>& samples, double from, double to) {
  int most = 0;
  const auto limit = [&](double seconds) {
    return std::min(samples.size(), static_cast<std::size_t>(std::max(0.0, seconds) * 22050));
  };
  for (std::size_t i = limit(from); i < limit(to); ++i)
    most = std::max(most, std::abs(static_cast<int>(samples[i])));
  return most / 32768.0;
}

}  // namespace

TEST_CASE("the sample renders to MP3 and WAV with the opening and exactly its three chapters") {
  const TemporaryFolder folder;
  const auto titles = expected_titles();
  REQUIRE(titles.size() == 4);
  for (std::size_t i = 0; i < 3; ++i)
    CHECK(titles[i + 1].starts_with(std::vector<std::string>{"第一，", "第二，", "第三，"}[i]));
  for (const std::string name : {"b.mp3", "b.wav"}) {
    CAPTURE(name);
    const auto result = run_langdu({"render", briefing, "-o", folder / name});
    CHECK(result.status == 0);
    CHECK(result.err.empty());
    CHECK(result.out.empty());
    const auto probe = chapters_of(folder / name);
    CHECK(titles_of(probe) == titles);
    CHECK(probe["chapters"][0]["start"] == 0);
    CHECK(probe["format"]["tags"]["title"] == titles[0]);
  }
  CHECK(folder.count() == 2);
}

TEST_CASE("each chapter starts within 50 ms of its heading's first word") {
  const TemporaryFolder folder;
  REQUIRE(run_langdu({"render", briefing, "-o", folder / "b.wav"}).status == 0);
  REQUIRE(run_langdu({"render", briefing, "-o", folder / "b.mp3"}).status == 0);
  const auto samples = samples_of(folder / "b.wav");
  for (const std::string name : {"b.wav", "b.mp3"}) {
    CAPTURE(name);
    const auto chapters = chapters_of(folder / name)["chapters"];
    REQUIRE(chapters.size() == 4);
    for (std::size_t i = 1; i < chapters.size(); ++i) {
      const double start = std::stod(chapters[i]["start_time"].get<std::string>());
      CHECK(peak(samples, start - 0.4, start - 0.002) < 0.002);  // the pause before the chapter
      CHECK(peak(samples, start, start + 0.05) > 0.01);          // the voice has begun
      CHECK(chapters[i - 1]["end_time"] == chapters[i]["start_time"]);
    }
  }
}

TEST_CASE("libsndfile reads the chapters of the WAV file as cues") {
  const TemporaryFolder folder;
  REQUIRE(run_langdu({"render", briefing, "-o", folder / "b.wav"}).status == 0);
  SF_INFO info = {};
  SNDFILE* sound = sf_open((folder / "b.wav").c_str(), SFM_READ, &info);
  REQUIRE(sound != nullptr);
  SF_CUES cues = {};
  REQUIRE(sf_command(sound, SFC_GET_CUE, &cues, sizeof cues) == SF_TRUE);
  REQUIRE(cues.cue_count == 4);
  const auto chapters = chapters_of(folder / "b.wav")["chapters"];
  const auto titles = expected_titles();
  for (std::size_t i = 0; i < 4; ++i) {
    const double start = std::stod(chapters[i]["start_time"].get<std::string>());
    CHECK(std::abs(cues.cue_points[i].sample_offset / 22050.0 - start) < 0.001);
    CHECK(std::string(cues.cue_points[i].name) == titles[i]);
  }
  sf_close(sound);
}

TEST_CASE("the output is the same for any number of jobs and from run to run") {
  const TemporaryFolder folder;
  for (const std::string kind : {".wav", ".mp3"}) {
    std::string first;
    for (const std::string jobs : {"1", "2", "8", "1"}) {
      const std::string file = folder / ("j" + jobs + kind);
      REQUIRE(run_langdu({"render", briefing, "--jobs", jobs, "-o", file}).status == 0);
      const std::string bytes = content_of(file);
      if (first.empty()) first = bytes;
      CHECK_MESSAGE(bytes == first, kind, " with --jobs ", jobs);
    }
    CHECK(first.size() > 100000);
  }
}

TEST_CASE("file, pipe and redirected standard output hold the same samples") {
  const TemporaryFolder folder;
  REQUIRE(run_langdu({"render", briefing, "-o", folder / "a.wav"}).status == 0);
  const auto samples = samples_of(folder / "a.wav");

  const auto piped = run_langdu({"render", briefing, "-o", "-"});
  REQUIRE(piped.status == 0);
  CHECK(piped.err.empty());
  CHECK(static_cast<unsigned char>(piped.out[4]) == 0xFF);  // an open-ended header
  CHECK(samples_of_stream(piped.out) == samples);

  RunOptions redirected;
  redirected.output_file = folder / "r.wav";
  REQUIRE(run_langdu({"render", briefing, "-o", "-"}, redirected).status == 0);
  CHECK(samples_of(folder / "r.wav") == samples);
  CHECK(titles_of(chapters_of(folder / "r.wav")) == expected_titles());

  RunOptions input;
  input.input = content_of(briefing);
  const auto filtered = run_langdu({"render", "-"}, input);  // "-" alone reads and writes standard streams
  REQUIRE(filtered.status == 0);
  CHECK(samples_of_stream(filtered.out) == samples);
}

TEST_CASE("the MP3 decodes to exactly the length of the WAV file") {
  const TemporaryFolder folder;
  REQUIRE(run_langdu({"render", briefing, "-o", folder / "a.wav"}).status == 0);
  REQUIRE(run_langdu({"render", briefing, "-o", folder / "a.mp3"}).status == 0);
  const auto decoded = run({"ffmpeg", "-v", "error", "-i", folder / "a.mp3", "-f", "s16le", "-"});
  CHECK(decoded.out.size() / 2 == samples_of(folder / "a.wav").size());
}

TEST_CASE("loudness is -19 LUFS within 1 LU and the true peak at most -1 dBTP") {
  const TemporaryFolder folder;
  for (const std::string rate : {"120", "216", "400"}) {
    CAPTURE(rate);
    REQUIRE(run_langdu({"render", briefing, "--rate", rate, "-o", folder / "a.wav"}).status == 0);
    const auto result =
        run({"ffmpeg", "-nostats", "-i", folder / "a.wav", "-af", "ebur128=peak=true", "-f", "null", "-"});
    const auto summary = result.err.substr(result.err.rfind("Summary:"));
    const auto number = [&](const std::string& name) {
      return std::stod(summary.substr(summary.find(name) + name.size()));
    };
    CHECK(number("I:") == doctest::Approx(-19.0).epsilon(0.0526));  // 1 LU of 19
    CHECK(number("Peak:") <= -1.0);
  }
}

TEST_CASE("nothing of the boilerplate is spoken, and the plan lists it with its rule") {
  const auto plan = nlohmann::json::parse(run_langdu({"plan", "--json", briefing}).out);
  std::string spoken;
  for (const auto& chapter : plan["chapters"]) {
    for (const auto& sentence : chapter["sentences"]) spoken += sentence["text"].get<std::string>() + "\n";
  }
  std::string dropped;
  for (const auto& piece : plan["dropped"]) dropped += piece["text"].get<std::string>() + "\n";
  for (const char* boilerplate :
       {"发布时间", "希望对您有所帮助", "推荐访问", "版权所有", "Powered by", "备案号", "全文完整"}) {
    CAPTURE(boilerplate);
    CHECK(spoken.find(boilerplate) == std::string::npos);
    CHECK(dropped.find(boilerplate) != std::string::npos);
  }
}

TEST_CASE("a slower rate makes a longer file, volume 0 a silent one") {
  const TemporaryFolder folder;
  const std::string text = folder.write("t.txt", "今天开会，大家都来。\n");
  REQUIRE(run_langdu({"render", text, "-o", folder / "n.wav"}).status == 0);
  REQUIRE(run_langdu({"render", text, "-o", folder / "s.wav", "--rate", "108"}).status == 0);
  REQUIRE(run_langdu({"render", text, "-o", folder / "q.wav", "--volume", "0"}).status == 0);
  const double normal = static_cast<double>(samples_of(folder / "n.wav").size());
  CHECK(static_cast<double>(samples_of(folder / "s.wav").size()) > 1.5 * normal);
  const auto quiet = samples_of(folder / "q.wav");
  CHECK(std::all_of(quiet.begin(), quiet.end(), [](std::int16_t sample) { return sample == 0; }));
}

TEST_CASE("-v says a line a stage on standard error; without it a good run is silent") {
  const TemporaryFolder folder;
  const auto result = run_langdu({"render", briefing, "-v", "-o", folder / "a.wav"});
  CHECK(result.status == 0);
  for (const char* stage : {"read: ", "clean: ", "structure: ", "pinyin: ", "speak: ", "write: "}) {
    CHECK_MESSAGE(result.err.find(stage) != std::string::npos, stage);
  }
}
