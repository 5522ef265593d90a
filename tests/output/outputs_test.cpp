#include "output/outputs.h"

#include <doctest/doctest.h>

#include <fstream>

#include "output/written.h"
#include "support/small_plan.h"
#include "support/temporary_folder.h"

using namespace langdu;

namespace {

/// The titles of tests/data/output/titles.txt: what documents have and formats stumble over.
std::vector<std::string> hard_titles() {
  std::vector<std::string> titles;
  std::ifstream lines(std::string(TEST_DATA) + "/output/titles.txt");
  for (std::string line; std::getline(lines, line);) titles.push_back(line);
  REQUIRE(titles.size() > 10);
  return titles;
}

}  // namespace

TEST_CASE("every format: ffprobe shows the chapters with their titles and times, 0, 1, 3 and 300 of them") {
  for (const OutputFormat& format : sound_formats()) {
    for (const std::size_t count : {0U, 1U, 3U, 300U}) {
      CAPTURE(format.name);
      CAPTURE(count);
      const TemporaryFolder folder;
      const std::string path = folder / named("out", format);
      Plan plan = small_plan(numbered_titles(count), 1);
      if (count == 0) {  // sentences, but no chapter
        plan = small_plan({"no chapter"}, 1);
        plan.chapters.clear();
      }
      const Written written = write_plan(path, plan, {.samples_per_syllable = 300});
      const auto probed = probe(path);
      CHECK(titles_of(probed) == (count == 0 ? std::vector<std::string>{} : numbered_titles(count)));
      const auto marks = chapter_marks(plan, written.timeline);
      REQUIRE(marks.size() == probed["chapters"].size());
      for (std::size_t i = 0; i < count; ++i) {
        const double start = std::stod(probed["chapters"][i]["start_time"].get<std::string>());
        REQUIRE(start == doctest::Approx(static_cast<double>(marks[i].begin) / 22050).epsilon(0.0006));
      }
      CHECK(folder.count() == 1);
    }
  }
}

TEST_CASE(
    "every format: titles with quotes, colons, emoji and any length come back, cut between characters at "
    "most") {
  const auto titles = hard_titles();
  for (const OutputFormat& format : sound_formats()) {
    CAPTURE(format.name);
    const TemporaryFolder folder;
    const std::string path = folder / named("out", format);
    Plan plan = small_plan(titles, 1);
    plan.metadata.title = titles.front();
    write_plan(path, plan, {.samples_per_syllable = 300});
    const auto probed = probe(path);
    const auto seen = titles_of(probed);
    REQUIRE(seen.size() == titles.size());
    for (std::size_t i = 0; i < titles.size(); ++i) {
      CAPTURE(titles[i]);
      CHECK(titles[i].starts_with(seen[i]));
      CHECK(seen[i].size() > std::min<std::size_t>(titles[i].size(), 255) - 3);
    }
    CHECK(tag_of(probed, "title") == titles.front());
  }
}

TEST_CASE("every format: titles of any bytes do no harm") {
  for (const OutputFormat& format : sound_formats()) {
    CAPTURE(format.name);
    const TemporaryFolder folder;
    const std::string path = folder / named("out", format);
    Plan plan = small_plan(
        {"", std::string("nul\0nul", 7), "\xff\xfe bad \xe4\xb8", "line\nbreak\ttab\r", "\xed\xa0\x80"}, 1);
    plan.metadata.title = "\x80\xff";
    write_plan(path, plan);
    const auto seen = titles_of(probe(path));
    REQUIRE(seen.size() == 5);
    CHECK((seen[0].empty() || seen[0] == "ch0"));  // ffmpeg shows an MP3 chapter without title by its id
    CHECK(seen[1] == "nul nul");
    CHECK(seen[3] == "line break tab ");
  }
}

TEST_CASE("every format: the same plan gives the same bytes") {
  for (const OutputFormat& format : formats_with_sound()) {
    CAPTURE(format.name);
    const TemporaryFolder folder;
    Plan plan = small_plan(numbered_titles(3));
    plan.metadata.title = "title";  // without one a page has the file's name
    const std::string a = folder / named("a", format);
    const std::string b = folder / named("b", format);
    write_plan(a, plan);
    write_plan(b, plan);
    CHECK(content_of(a) == content_of(b));
    CHECK(content_of(a).size() > 1000);
  }
}

TEST_CASE("every format: a sink that is given up leaves the old file and nothing else") {
  for (const OutputFormat& format : formats_with_sound()) {
    CAPTURE(format.name);
    const TemporaryFolder folder;
    const std::string path = folder.write(named("old", format), "old");
    const Plan plan = small_plan({"a"});
    {
      const auto sink = open_output(path, plan, {22050});
      sink->write(std::vector<std::int16_t>(50000));
      CHECK(folder.count() == 2);
    }
    CHECK(folder.count() == 1);
    CHECK(content_of(path) == "old");
  }
}

TEST_CASE("every format: a plan without a sentence gives a file that is finished") {
  for (const OutputFormat& format : formats_with_sound()) {
    CAPTURE(format.name);
    const TemporaryFolder folder;
    const std::string path = folder / named("out", format);
    write_plan(path, Plan{});
    CHECK(std::filesystem::exists(path));
  }
}

TEST_CASE("the extension decides, in any case; an unknown one names those that are known") {
  const Plan plan = small_plan({"a"});
  const TemporaryFolder folder;
  check_extension("x.WAV");
  check_extension("-");
  write_plan(folder / "x.Mp3", plan);
  CHECK(content_of(folder / "x.Mp3").starts_with("ID3"));
  for (const char* name : {"x.txt", "x", ".mp3", "x.mp3.", "x.mp", "", "mp3", "x.wav "}) {
    CAPTURE(name);
    CHECK(fault_of([&] { check_extension(name); }) == Fault::unknown_extension);
    CHECK(fault_of([&] { open_output(folder / name, plan, {22050}); }) == Fault::unknown_extension);
  }
  try {
    check_extension("x.txt");
  } catch (const Error& error) {
    CHECK(std::string(error.what()).find(".mp3 .m4b .m4a .opus .ogg .flac .wav .html .epub") != std::string::npos);
  }
}

TEST_CASE("the longest extension decides, and the name before it must not be empty") {
  for (const auto& row : {std::pair{"a.vtt", "vtt"},
                          {"a.chapters.vtt", "chapters.vtt"},
                          {"a.b/c.CHAPTERS.VTT", "chapters.vtt"},
                          {"a.words.vtt", "words.vtt"},
                          {"chapters.vtt", "vtt"},
                          {"a.chapters.json", "json"},
                          {"a.json", "json"},
                          {"a.labels.txt", "labels.txt"},
                          {"a.mp3.srt", "srt"}}) {
    CAPTURE(row.first);
    CHECK(format_of(row.first).name == row.second);
  }
  for (const char* path : {"labels.txt", ".chapters.vtt/", ".vtt", "a.txt", "a.vtt.mp"}) {
    CAPTURE(path);
    CHECK(fault_of([&] { format_of(path); }) == Fault::unknown_extension);
  }
}

TEST_CASE("every row of the table is complete") {
  for (const OutputFormat& format : output_formats()) {
    CHECK(format.extension == fmt::format(".{}", format.name));
    CHECK_FALSE(format.description.empty());
    CHECK((format.open != nullptr) != (format.text != nullptr));
  }
}
