#include <doctest/doctest.h>
#include <sndfile.h>

#include <memory>

#include "output/written.h"
#include "support/loudness.h"
#include "support/small_plan.h"
#include "support/temporary_folder.h"

using namespace langdu;

namespace {

/// The frames of the cues as libsndfile reads them.
std::vector<std::uint32_t> cues_of(const std::string& path) {
  SF_INFO info{};
  const std::unique_ptr<SNDFILE, int (*)(SNDFILE*)> file(sf_open(path.c_str(), SFM_READ, &info), sf_close);
  REQUIRE(file);
  std::uint32_t count = 0;
  if (sf_command(file.get(), SFC_GET_CUE_COUNT, &count, sizeof count) != SF_TRUE) return {};
  std::vector<char> memory(sizeof(SF_CUES) + count * sizeof(SF_CUE_POINT));
  auto* cues = reinterpret_cast<SF_CUES*>(memory.data());
  REQUIRE(sf_command(file.get(), SFC_GET_CUE, cues,
                     static_cast<int>(sizeof(std::uint32_t) + count * sizeof(SF_CUE_POINT))) == SF_TRUE);
  std::vector<std::uint32_t> frames;
  for (std::uint32_t i = 0; i < count; ++i) frames.push_back(cues->cue_points[i].sample_offset);
  return frames;
}

}  // namespace

TEST_CASE("a WAV file holds exactly the rendered samples") {
  const TemporaryFolder folder;
  const std::string path = folder / "out.wav";
  const Written written = write_plan(path, small_plan({"a", "b"}));
  CHECK(read_sound(path).samples == written.samples);
  CHECK(decoded(path) == written.samples);
}

TEST_CASE("libsndfile reads every cue at its frame") {
  const TemporaryFolder folder;
  const std::string path = folder / "out.wav";
  const Plan plan = small_plan(numbered_titles(5));
  const Written written = write_plan(path, plan);
  std::vector<std::uint32_t> expected;
  for (const ChapterMark& mark : chapter_marks(plan, written.timeline))
    expected.push_back(static_cast<std::uint32_t>(mark.begin));
  CHECK(cues_of(path) == expected);
}

TEST_CASE("ffprobe shows a WAV file's chapters to the very frame") {
  const TemporaryFolder folder;
  const std::string path = folder / "out.wav";
  const Plan plan = small_plan({"开头", "第一，要提高站位干", "第二"});
  const Written written = write_plan(path, plan);
  const auto chapters = probe(path)["chapters"];
  const auto marks = chapter_marks(plan, written.timeline);
  REQUIRE(chapters.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(chapters[i]["time_base"] == "1/22050");
    CHECK(chapters[i]["start"] == marks[i].begin);
  }
}

TEST_CASE("mpv lists the chapters of every format with their titles") {
  if (!have_program("mpv")) {
    MESSAGE("NOT RUN: mpv is not installed");
    return;
  }
  for (const OutputFormat& format : sound_formats()) {
    CAPTURE(format.name);
    const TemporaryFolder folder;
    const std::string path = folder / named("out", format);
    write_plan(path, small_plan({"开头", "第一，要提高站位干"}));
    const RunResult result = run({"mpv", "--no-config", "--ao=null", "--untimed", "--vo=null", "--frames=1",
                                  "--term-playing-msg=${chapter-list}", path});
    CHECK(result.out.find("开头") != std::string::npos);
    CHECK(result.out.find("第一，要提高站位干") != std::string::npos);
  }
}

TEST_CASE("of more than 2,500 chapters the outer levels stay, and of one level the first") {
  const TemporaryFolder folder;
  const std::string path = folder / "out.wav";
  Plan plan = hasty_plan(numbered_titles(3000));
  write_plan(path, plan, {.samples_per_syllable = 100});
  CHECK(cues_of(path).size() == 2500);
  for (std::size_t i = 0; i < plan.chapters.size(); ++i) plan.chapters[i].level = i % 3 == 0 ? 1 : 2;
  write_plan(path, plan, {.samples_per_syllable = 100});
  CHECK(cues_of(path).size() == 1000);
  CHECK(titles_of(probe(path)).at(1) == "chapter 4");
}

TEST_CASE("the header is plain PCM, which the simplest reader takes") {
  const TemporaryFolder folder;
  const std::string path = folder / "out.wav";
  const Written written = write_plan(path, small_plan({"a"}));
  const std::string content = content_of(path);
  CHECK(content.substr(0, 4) == "RIFF");
  const std::size_t format = content.find("fmt ");
  CHECK(content[format + 4] == 16);
  CHECK(content[format + 8] == 1);
  if (!have_program("python3")) {
    MESSAGE("NOT RUN: python3 is not installed");
    return;
  }
  const RunResult frames =
      run({"python3", "-c", "import sys, wave; print(wave.open(sys.argv[1]).getnframes())", path});
  CHECK(frames.out == std::to_string(written.timeline.frames) + "\n");
}

TEST_CASE("the lengths in the file add up: the RIFF chunk ends with the file, and chunks tile it") {
  const TemporaryFolder folder;
  const std::string path = folder / "out.wav";
  Plan plan = small_plan({"odd", "even", "中", ""});
  plan.metadata.title = "题目";
  write_plan(path, plan);
  const std::string content = content_of(path);
  const auto number = [&](std::size_t at) {
    std::uint32_t value = 0;
    std::memcpy(&value, content.data() + at, sizeof value);
    return value;
  };
  CHECK(number(4) == content.size() - 8);
  std::vector<std::string> names;
  std::size_t at = 12;
  while (at < content.size()) {
    names.push_back(content.substr(at, 4));
    at += 8 + number(at + 4) + number(at + 4) % 2;
  }
  CHECK(at == content.size());
  CHECK(names == std::vector<std::string>{"JUNK", "fmt ", "JUNK", "data", "cue ", "LIST", "LIST"});
}
