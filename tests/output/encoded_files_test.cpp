#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "output/written.h"
#include "support/small_plan.h"
#include "support/temporary_folder.h"

using namespace langdu;

namespace {

/// What the tests expect of each format. Times are in seconds, sizes in samples as ffmpeg decodes them.
struct Expected {
  std::string_view name;
  int rate;                   ///< of the decoded sound
  std::size_t most_behind;    ///< samples of silence that the decoder may give out behind the end
  double grain;               ///< how exact the times of chapters are
  std::size_t most_chapters;  ///< of 3,000
  double noise;               ///< at most: the power of what the coder changes, of the whole
  std::string_view begin;     ///< of the file
  std::size_t begin_at;
};

constexpr Expected table[] = {
    {"mp3", 22050, 0, 0.001, 3000, 0.05, "ID3", 0},
    {"m4b", 22050, 1023, 0.0001, 3000, 0.05, "ftypM4B ", 4},  // ffmpeg decodes the last block in full
    {"m4a", 22050, 1023, 0.0001, 3000, 0.05, "ftypM4A ", 4},
    {"opus", 48000, 0, 0.001, 999, 1, "OggS", 0},
    {"ogg", 22050, 0, 0.001, 999, 0.05, "OggS", 0},
    {"flac", 22050, 0, 0.001, 999, 0, "fLaC", 0},
    {"wav", 22050, 0, 0.0001, 2500, 0, "RIFF", 0},
};

const OutputFormat& format_of(const Expected& row) {
  const auto formats = output_formats();
  const auto found = std::find_if(formats.begin(), formats.end(),
                                  [&](const OutputFormat& format) { return format.name == row.name; });
  REQUIRE((found != formats.end()));
  return *found;
}

/// How many samples ffmpeg must decode of so many rendered ones.
std::size_t decoded_length(const Expected& row, std::uint64_t frames) {
  return static_cast<std::size_t>(std::llround(static_cast<double>(frames) * row.rate / 22050));
}

/// Writes these samples without a plan's sentences.
void write_samples(const std::string& path, const std::vector<std::int16_t>& samples) {
  const Plan plan;
  const auto sink = open_output(path, plan, {22050});
  sink->write(samples);
  sink->finish({.sample_rate = 22050, .frames = samples.size(), .cues = {}, .word_begins = {}});
  sink->commit();
}

}  // namespace

TEST_CASE("every sound in the table of outputs has its row here") {
  CHECK(std::size(table) == sound_formats().size());
  for (const OutputFormat& format : sound_formats()) {
    CAPTURE(format.name);
    CHECK(std::any_of(std::begin(table), std::end(table),
                      [&](const Expected& row) { return row.name == format.name; }));
  }
}

TEST_CASE("every format says how many chapters it has room for") {
  for (const Expected& row : table) {
    CAPTURE(row.name);
    constexpr std::size_t tried = 3000;
    CHECK(std::min(format_of(row).most_chapters, tried) == row.most_chapters);
  }
}

TEST_CASE("every format: ffmpeg decodes as many samples as were rendered") {
  for (const Expected& row : table) {
    for (const std::uint32_t samples : {500U, 1234U, 2000U, 5000U}) {
      CAPTURE(row.name);
      const TemporaryFolder folder;
      const std::string path = folder / named("out", format_of(row));
      const Written written = write_plan(path, small_plan({"a", "b"}), {.samples_per_syllable = samples});
      const std::size_t length = decoded_length(row, written.timeline.frames);
      const std::size_t got = decoded(path).size();
      CHECK(got >= length);
      CHECK(got <= length + row.most_behind);
      CHECK(content_of(path).substr(row.begin_at, row.begin.size()) == row.begin);
    }
  }
}

TEST_CASE("every format: files of no sample, of one, and of about a coder's block are files") {
  for (const Expected& row : table) {
    for (const std::size_t count : {0U, 1U, 2U, 479U, 1023U, 1024U, 1025U, 2048U, 4096U, 4097U}) {
      CAPTURE(row.name);
      CAPTURE(count);
      const TemporaryFolder folder;
      const std::string path = folder / named("out", format_of(row));
      write_samples(path, std::vector<std::int16_t>(count, 1000));
      CHECK(content_of(path).size() > 40);
      if (count == 0) continue;  // FLAC and AAC have one sample then
      const std::size_t length = decoded_length(row, count);
      const std::size_t got = decoded(path).size();
      CHECK(got >= length);
      // Of so short an MP3 or Vorbis file ffmpeg cuts nothing off.
      if (count > 2) CHECK(got <= length + row.most_behind);
    }
  }
}

TEST_CASE("an M4B says its length to the sample, and where the encoder's delay ends") {
  const TemporaryFolder folder;
  const std::string path = folder / "out.m4b";
  const Written written = write_plan(path, small_plan({"a", "b"}));
  const auto stream = probe(path)["streams"][0];
  CHECK(stream["duration_ts"] == written.timeline.frames);
  CHECK(stream["start_pts"] == 0);
  CHECK(stream["codec_name"] == "aac");
}

TEST_CASE("every format: the sound is in its place") {
  for (const Expected& row : table) {
    if (row.rate != 22050) continue;
    CAPTURE(row.name);
    const TemporaryFolder folder;
    const std::string path = folder / named("out", format_of(row));
    const Written written = write_plan(path, small_plan({"a", "b"}), {.samples_per_syllable = 5000});
    const auto samples = decoded(path);
    REQUIRE(samples.size() >= written.samples.size());
    double error = 0;
    double power = 0;
    for (std::size_t i = 0; i < written.samples.size(); ++i) {
      error += std::pow(samples[i] - written.samples[i], 2);
      power += std::pow(written.samples[i], 2);
    }
    CHECK(error <= power * row.noise);
  }
}

TEST_CASE("an Opus file's sound is in its place") {
  const TemporaryFolder folder;
  const std::string path = folder / "out.opus";
  std::vector<std::int16_t> samples(22050);
  for (std::size_t i = 0; i < samples.size(); ++i) {  // half a second of silence, then a tone of 441 Hz
    const double phase = static_cast<double>(i) * 0.02 * 6.283185307;
    samples[i] = i < 11025 ? std::int16_t{0} : static_cast<std::int16_t>(8000 * std::sin(phase));
  }
  write_samples(path, samples);
  const auto heard = decoded(path);
  REQUIRE(heard.size() == 48000);
  double error = 0;
  double power = 0;
  for (std::size_t i = 30000; i < 47000; ++i) {
    const double tone = 8000 * std::sin(static_cast<double>(i) * 441 / 48000 * 6.283185307);
    error += std::pow(heard[i] - tone, 2);
    power += tone * tone;
  }
  CHECK(error < power / 30);  // a shift by 4 samples would be above
}

TEST_CASE("every format: 3,000 chapters, or as many as the format has room for, each at its time") {
  for (const Expected& row : table) {
    CAPTURE(row.name);
    const TemporaryFolder folder;
    const std::string path = folder / named("out", format_of(row));
    const Plan plan = hasty_plan(numbered_titles(3000));
    const Written written = write_plan(path, plan, {.samples_per_syllable = 300});
    const auto chapters = probe(path)["chapters"];
    REQUIRE(chapters.size() == row.most_chapters);
    const auto marks = chapter_marks(plan, written.timeline);
    for (std::size_t i = 0; i < chapters.size(); ++i) {
      const double start = std::stod(chapters[i]["start_time"].get<std::string>());
      REQUIRE(std::abs(start - static_cast<double>(marks[i].begin) / 22050) <= row.grain);
      REQUIRE(chapters[i]["tags"]["title"] == plan.chapters[i].title);
    }
  }
}

TEST_CASE("every format: the bytes do not depend on how the samples came in") {
  std::vector<std::int16_t> samples(300000);
  for (std::size_t i = 0; i < samples.size(); ++i) samples[i] = static_cast<std::int16_t>(i * i / 7 % 20000);
  for (const Expected& row : table) {
    CAPTURE(row.name);
    const TemporaryFolder folder;
    const std::string whole = folder / named("a", format_of(row));
    const std::string pieces = folder / named("b", format_of(row));
    write_samples(whole, samples);
    const Plan plan;
    const auto sink = open_output(pieces, plan, {22050});
    std::size_t size = 1;
    for (std::span<const std::int16_t> left = samples; !left.empty(); size = size * 3 % 5000 + 1) {
      const std::size_t count = std::min(size, left.size());
      sink->write(left.first(count));
      left = left.subspan(count);
    }
    sink->finish({.sample_rate = 22050, .frames = samples.size(), .cues = {}, .word_begins = {}});
    sink->commit();
    CHECK((content_of(whole) == content_of(pieces)));
  }
}

TEST_CASE("a rate that a format has not is refused with a sentence, and leaves nothing") {
  const TemporaryFolder folder;
  const Plan plan = small_plan({"a"});
  for (const char* name : {"x.mp3", "x.m4b", "x.m4a"}) {
    CAPTURE(name);
    CHECK(fault_of([&] { open_output(folder / name, plan, {22051}); }) == Fault::cannot_write);
  }
  CHECK(fault_of([&] { open_output(folder / "x.ogg", plan, {300000}); }) == Fault::cannot_write);
  CHECK(fault_of([&] { open_output(folder / "x.opus", plan, {0}); }) == Fault::cannot_write);
  CHECK(folder.count() == 0);
}
