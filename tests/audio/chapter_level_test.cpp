#include "audio/chapter_level.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "audio/loudness_targets.h"
#include "support/loudness.h"

using namespace langdu;

namespace {

using Samples = std::vector<std::int16_t>;

constexpr int sample_rate = 22050;

/// Bursts of a tone of this RMS level (dB of full scale), 0.2 s of every 0.3 s.
Samples speech(double seconds, double level, double pause = 0.6) {
  Samples samples(static_cast<std::size_t>((seconds + pause) * sample_rate), 0);
  const double amplitude = 32767 * std::sqrt(2.0) * std::pow(10, level / 20);
  for (std::size_t i = 0; i < static_cast<std::size_t>(seconds * sample_rate); ++i) {
    const double wave = std::sin(2 * std::numbers::pi * 300 * static_cast<double>(i) / sample_rate);
    if (i % 6615 < 4410) samples[i] = static_cast<std::int16_t>(amplitude * wave);
  }
  return samples;
}

ChapterLevel::Settings settings() {
  ChapterLevel::Settings settings;
  settings.sample_rate = sample_rate;
  settings.ceiling_db = -1.8;
  settings.aim_lufs = -19;
  settings.hold_back = true;
  return settings;
}

Samples levelled(const std::vector<Samples>& chapters, const ChapterLevel::Settings& how = settings(),
                 std::size_t piece = 4096) {
  ChapterLevel level(how);
  Samples out;
  for (const Samples& chapter : chapters) {
    level.begin_chapter(out);
    for (std::size_t at = 0; at < chapter.size(); at += piece)
      level.process(std::span(chapter).subspan(at, std::min(piece, chapter.size() - at)), out);
  }
  level.flush(out);
  return out;
}

/// Loudness of each chapter as it came out.
std::vector<double> loudness_of(const std::vector<Samples>& chapters, const Samples& out) {
  std::vector<double> loudness;
  std::size_t at = 0;
  for (const Samples& chapter : chapters) {
    loudness.push_back(measure(std::span(out).subspan(at, chapter.size()), sample_rate).lufs);
    at += chapter.size();
  }
  CHECK(at == out.size());
  return loudness;
}

}  // namespace

TEST_CASE("neighbouring chapters come out within 1 LU, from a title of a second to minutes") {
  const std::vector<Samples> chapters = {speech(1, -19.5), speech(40, -17.2), speech(0.8, -14.8),
                                         speech(12, -19),  speech(90, -16.9), speech(2, -17.3),
                                         speech(25, -15)};
  const Samples out = levelled(chapters);
  const auto loudness = loudness_of(chapters, out);
  for (std::size_t i = 0; i < loudness.size(); ++i) {
    CAPTURE(i);
    CHECK(std::abs(loudness[i] + 19) < 0.7);  // 0.64 for a second of sound: the blocks fall otherwise
    if (i > 0) CHECK(std::abs(loudness[i] - loudness[i - 1]) < 1);
  }
  CHECK(measure(out, sample_rate).true_peak_db <= -1);
}

TEST_CASE("a chapter near the aim keeps the constant gain, sample for sample, whatever its neighbours need") {
  ChapterLevel::Settings constant = settings();
  constant.hold_back = false;
  const Samples good = speech(10, -16.4);
  REQUIRE(std::abs(measure(good, sample_rate).lufs + 19) < ChapterLevel::left_alone_lu);
  CHECK(levelled({good, good}) == levelled({good, good}, constant));
  const Samples loud = speech(3, -15);
  const Samples with_loud = levelled({loud, good});
  const Samples alone = levelled({good}, constant);
  CHECK(std::equal(alone.begin(), alone.end(), with_loud.begin() + static_cast<std::ptrdiff_t>(loud.size())));
}

TEST_CASE("silence, nothing, a click and less than a gating block get no wild gain") {
  Samples click(9000, 0);
  click[4000] = 20000;
  const Samples odd[] = {Samples{}, Samples(30000, 0), Samples(100, 5), speech(0.1, -17, 0),
                         click,     speech(0.3, -70)};
  for (const Samples& chapter : odd) {
    CAPTURE(chapter.size());
    const std::vector<Samples> chapters = {chapter, speech(5, -17), chapter};
    const Samples out = levelled(chapters);
    REQUIRE(out.size() == 2 * chapter.size() + chapters[1].size());
    for (std::size_t i = 0; i < chapter.size(); ++i)
      REQUIRE(std::abs(out[i]) <=
              std::abs(chapter[i]) * std::pow(10, ChapterLevel::most_correction_db / 20) + 1);
  }
}

TEST_CASE("the correction is bounded") {
  const Samples quiet = speech(5, -30);
  const double was = measure(quiet, sample_rate).lufs;
  CHECK(std::abs(measure(levelled({quiet}), sample_rate).lufs - was - ChapterLevel::most_correction_db) <
        0.05);
}

TEST_CASE("the levelled samples are the same however the input is cut") {
  const std::vector<Samples> chapters = {speech(2, -14), speech(35, -20), speech(1, -18)};
  const Samples whole = levelled(chapters);
  for (const std::size_t piece : {1U, 255U, 1000U, 1000000U}) {
    CAPTURE(piece);
    CHECK(levelled(chapters, settings(), piece) == whole);
  }
}

TEST_CASE(
    "only the start of a chapter is held back, and without holding nothing but the limiter's look-ahead") {
  ChapterLevel level(settings());
  Samples out;
  const Samples chapter = speech(40, -17);
  const auto held = static_cast<std::size_t>(ChapterLevel::held_seconds * sample_rate);
  level.begin_chapter(out);
  level.process(std::span(chapter).first(held - 1), out);
  CHECK(out.empty());
  level.process(std::span(chapter).subspan(held - 1), out);
  CHECK(out.size() + 1000 > chapter.size());
  ChapterLevel::Settings constant = settings();
  constant.hold_back = false;
  ChapterLevel live(constant);
  out.clear();
  live.begin_chapter(out);
  live.process(std::span(chapter).first(5000), out);
  CHECK(out.size() > 4000);
}

TEST_CASE("given corrections are used, and each chapter's loudness is told") {
  ChapterLevel::Settings given = settings();
  given.hold_back = false;
  given.measure = true;
  given.corrections = {-2, 0, 1};
  ChapterLevel level(given);
  Samples out;
  for (int i = 0; i < 4; ++i) {
    level.begin_chapter(out);
    level.process(i == 1 ? Samples(20000, 0) : speech(5, -20), out);
  }
  level.flush(out);
  REQUIRE(level.loudness().size() == 4);
  CHECK_FALSE(level.loudness()[1]);
  const double plain = measure(speech(5, -20), sample_rate).lufs;
  const double corrections[] = {-2, 0, 1, 0};
  for (const std::size_t i : {0U, 2U, 3U})
    CHECK(std::abs(*level.loudness()[i] - plain - corrections[i]) < 0.1);
}
