// Bit rates and sample rates that were asked for.
#include <doctest/doctest.h>

#include <cmath>
#include <random>

#include "output/written.h"
#include "support/small_plan.h"
#include "support/temporary_folder.h"

using namespace langdu;

namespace {

struct Asked {
  std::string_view format;
  int kilobits;
  int sample_rate = 22050;
  double least = 0.8;  ///< of the size asked for: some coders cannot fill a large one
};

constexpr Asked table[] = {
    {"mp3", 8},          {"mp3", 24},         {"mp3", 64},         {"mp3", 160},      {"mp3", 32, 44100},
    {"mp3", 128, 44100}, {"mp3", 320, 48000}, {"mp3", 64, 8000},   {"m4b", 16},       {"m4b", 32},
    {"m4b", 64},         {"m4b", 132},        {"m4b", 128, 44100}, {"m4b", 48, 8000}, {"m4a", 32},
    {"m4a", 96},         {"opus", 6},         {"opus", 12},        {"opus", 24},      {"opus", 32},
    {"opus", 64},        {"opus", 128},       {"opus", 256},       {"ogg", 16},       {"ogg", 32},
    {"ogg", 48},         {"ogg", 90},         {"ogg", 32, 44100},  {"ogg", 42, 8000},
};

OutputFormat row_of(std::string_view name) {
  for (const OutputFormat& format : sound_formats()) {
    if (format.name == name) return format;
  }
  FAIL("no row ", name);
  return {};
}

/// A minute as speech is to a coder: noise below 3 kHz in syllables of changing loudness.
std::vector<std::int16_t> syllables(int rate) {
  std::mt19937 random(1);
  std::uniform_real_distribution<double> noise(-1, 1);
  std::vector<std::int16_t> samples(static_cast<std::size_t>(rate) * 30);
  double low = 0;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const double second = static_cast<double>(i) / rate;
    low += 0.5 * (noise(random) - low);
    const double loudness = std::pow(std::sin(second * 3.1416 * 4), 2);
    samples[i] = static_cast<std::int16_t>(20000 * loudness * low);
  }
  return samples;
}

void write_samples(const std::string& path, const std::vector<std::int16_t>& samples,
                   const OutputOptions& options) {
  const Plan plan;
  const auto sink = open_output(path, plan, options);
  sink->write(samples);
  sink->finish({.sample_rate = options.sample_rate, .frames = samples.size(), .cues = {}, .word_begins = {}});
  sink->commit();
}

}  // namespace

TEST_CASE("a bit rate that is asked for is kept within a fifth, and the length is exact") {
  for (const Asked& row : table) {
    CAPTURE(row.format);
    CAPTURE(row.kilobits);
    CAPTURE(row.sample_rate);
    const TemporaryFolder folder;
    const std::string path = folder / named("out", row_of(row.format));
    const auto samples = syllables(row.sample_rate);
    const OutputOptions options{.sample_rate = row.sample_rate, .bit_rate = row.kilobits * 1000};
    check_rates(std::vector<std::string>{path}, options);
    write_samples(path, samples, options);
    const double seconds = static_cast<double>(samples.size()) / row.sample_rate;
    const double kilobits = static_cast<double>(content_of(path).size()) * 8 / 1000 / seconds;
    CHECK(kilobits >= row.kilobits * row.least);
    CHECK(kilobits <= row.kilobits * 1.2);
    const std::size_t got = decoded(path).size();
    const auto length =
        static_cast<std::size_t>(row.format == "opus" ? seconds * 48000 : double(samples.size()));
    CHECK(got >= length);
    CHECK(got <= length + (row.format.starts_with("m4") ? 1023 : 0));
  }
}

TEST_CASE("every format with bit rates has lines here, from its least to its most") {
  for (const OutputFormat& format : sound_formats()) {
    CAPTURE(format.name);
    const bool has = std::any_of(std::begin(table), std::end(table),
                                 [&](const Asked& row) { return row.format == format.name; });
    CHECK(has == (format.sound.bit_rates != nullptr));
    if (!has) continue;
    for (const int rate : {8000, 11025, 16000, 22050, 24000, 32000, 44100, 48000}) {
      CAPTURE(rate);
      const BitRates range = format.sound.bit_rates(rate);
      for (const int kilobits : {range.least, range.most}) {
        CAPTURE(kilobits);
        const TemporaryFolder folder;
        const std::string path = folder / named("out", format);
        const std::vector<std::int16_t> second(static_cast<std::size_t>(rate), 1000);
        CHECK_NOTHROW(write_samples(path, second, {.sample_rate = rate, .bit_rate = kilobits * 1000}));
      }
    }
  }
}

TEST_CASE("rates that a format has not are refused before anything is done") {
  using Paths = std::vector<std::string>;
  const auto refused = [](const Paths& paths, OutputOptions options) {
    return fault_of([&] { check_rates(paths, options); });
  };
  CHECK(refused({"a.mp3"}, {44101}) == Fault::no_such_rate);
  CHECK(refused({"a.wav", "a.m4b"}, {44101}) == Fault::no_such_rate);
  CHECK_FALSE(refused({"a.wav", "a.flac", "a.opus", "a.ogg", "a.srt", "-"}, {44101}).has_value());
  CHECK(refused({"a.mp3"}, {22050, 161'000}) == Fault::no_such_rate);
  CHECK(refused({"a.mp3"}, {22050, 7'000}) == Fault::no_such_rate);
  CHECK_FALSE(refused({"a.mp3"}, {48000, 320'000}).has_value());
  CHECK_FALSE(refused({"a.wav", "a.mp3", "a.srt"}, {22050, 64'000}).has_value());
  for (const char* path : {"a.wav", "a.flac", "a.srt", "-"}) {
    CAPTURE(path);
    CHECK(refused({path}, {22050, 64'000}) == Fault::wrong_use);
  }
}

TEST_CASE("every format: at every sample rate that it has the file has that rate and the exact length") {
  for (const OutputFormat& format : sound_formats()) {
    for (const int rate : {8000, 11025, 12345, 16000, 24000, 32000, 44100, 48000}) {
      CAPTURE(format.name);
      CAPTURE(rate);
      const TemporaryFolder folder;
      const std::string path = folder / named("out", format);
      if (fault_of([&] { check_rates(std::vector<std::string>{path}, {rate}); })) {
        CHECK(rate == 12345);
        continue;
      }
      const std::vector<std::int16_t> samples(static_cast<std::size_t>(rate) + 7, 1000);
      write_samples(path, samples, {rate});
      const int shown = format.name == "opus" ? 48000 : rate;
      CHECK(probe(path)["streams"][0]["sample_rate"] == std::to_string(shown));
      const auto length =
          static_cast<std::size_t>(std::llround(static_cast<double>(samples.size()) * shown / rate));
      const std::size_t got = decoded(path).size();
      CHECK(got >= length);
      CHECK(got <= length + (format.name.starts_with("m4") ? 1023 : 0));
    }
  }
}
