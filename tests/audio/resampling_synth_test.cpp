#include "audio/resampling_synth.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "audio/render.h"
#include "support/fake_synth.h"
#include "support/memory_sink.h"
#include "support/loudness.h"
#include "support/small_plan.h"

using namespace langdu;

namespace {

/// Speaks one segment of given samples.
class ToneSynth : public Synth {
 public:
  explicit ToneSynth(std::vector<std::int16_t> samples) : samples_(std::move(samples)) {}
  int sample_rate() const override { return 22050; }
  void speak(const Plan&, Span, const Deliver& deliver) override {
    const std::vector<std::uint32_t> begins = {0, static_cast<std::uint32_t>(samples_.size() / 2)};
    deliver({0, 0, samples_, begins});
  }

 private:
  std::vector<std::int16_t> samples_;
};

std::vector<std::int16_t> tone(double hertz, double seconds, double amplitude = 20000) {
  std::vector<std::int16_t> samples(static_cast<std::size_t>(seconds * 22050));
  for (std::size_t i = 0; i < samples.size(); ++i)
    samples[i] = static_cast<std::int16_t>(
        std::lround(amplitude * std::sin(2 * std::numbers::pi * hertz * static_cast<double>(i) / 22050)));
  return samples;
}

std::vector<std::int16_t> converted(std::vector<std::int16_t> samples, int rate) {
  ResamplingSynth synth(std::make_unique<ToneSynth>(std::move(samples)), rate);
  std::vector<std::int16_t> result;
  synth.speak({}, {}, [&](const SpokenSegment& spoken) {
    result.assign(spoken.samples.begin(), spoken.samples.end());
    CHECK(spoken.word_begins.size() == 2);
    CHECK(spoken.word_begins[1] == doctest::Approx(static_cast<double>(result.size()) / 2).epsilon(0.001));
  });
  return result;
}

/// In dB of full scale, of the middle half: nothing of the ends.
double level(std::span<const std::int16_t> samples) {
  double power = 0;
  const std::size_t quarter = samples.size() / 4;
  for (const std::int16_t sample : samples.subspan(quarter, 2 * quarter))
    power += double{1} * sample * sample;
  return 10 * std::log10(power / static_cast<double>(2 * quarter) / 32768 / 32768 + 1e-12);
}

/// What is left of a tone when the best sine of its frequency is taken away.
double level_of_rest(const std::vector<std::int16_t>& samples, double hertz, int rate) {
  double sine = 0;
  double cosine = 0;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const double phase = 2 * std::numbers::pi * hertz * static_cast<double>(i) / rate;
    sine += samples[i] * std::sin(phase) * 2 / static_cast<double>(samples.size());
    cosine += samples[i] * std::cos(phase) * 2 / static_cast<double>(samples.size());
  }
  std::vector<std::int16_t> rest(samples);
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const double phase = 2 * std::numbers::pi * hertz * static_cast<double>(i) / rate;
    rest[i] = static_cast<std::int16_t>(
        std::lround(samples[i] - sine * std::sin(phase) - cosine * std::cos(phase)));
  }
  return level(rest);
}

constexpr int rates[] = {8000, 11025, 16000, 24000, 32000, 44100, 48000};

struct Rendered {
  Timeline timeline;
  std::vector<std::int16_t> samples;
};

Rendered rendered(const Plan& plan, int rate, std::int16_t amplitude = 8000) {
  auto synth =
      std::make_unique<FakeSynth>(FakeSynth::Settings{.samples_per_syllable = 3333, .amplitude = amplitude});
  std::unique_ptr<Synth> used = std::move(synth);
  if (rate != 22050) used = std::make_unique<ResamplingSynth>(std::move(used), rate);
  Memory memory;
  Sink* const sinks[] = {&memory};
  Timeline timeline = render(plan, *used, sinks, {.gain_db = 3}, {});
  return {std::move(timeline), std::move(memory.all)};
}

}  // namespace

TEST_CASE("a segment has the nearest whole number of samples, and an empty one none") {
  for (const int rate : rates) {
    for (const std::size_t size : {0U, 1U, 2U, 3U, 100U, 22049U, 22050U, 22051U}) {
      CAPTURE(rate);
      CAPTURE(size);
      ResamplingSynth synth(std::make_unique<ToneSynth>(std::vector<std::int16_t>(size, 1000)), rate);
      std::size_t got = 0;
      synth.speak({}, {}, [&](const SpokenSegment& spoken) { got = spoken.samples.size(); });
      CHECK(got == static_cast<std::size_t>(std::llround(static_cast<double>(size) * rate / 22050)));
    }
  }
}

TEST_CASE(
    "tones pass unchanged up to four fifths of the lower half rate, and nothing else is heard: -60 dB and "
    "less") {
  for (const int rate : rates) {
    const double half = std::min(rate, 22050) / 2.0;
    for (const double part : {0.02, 0.1, 0.3, 0.5, 0.7, 0.8}) {
      CAPTURE(rate);
      CAPTURE(part);
      const auto samples = converted(tone(half * part, 1), rate);
      CHECK(level(samples) == doctest::Approx(level(tone(half * part, 1))).epsilon(0.02));
      CHECK(level_of_rest(samples, half * part, rate) < -60);
    }
  }
}

TEST_CASE("what is above the new half rate does not come back as another tone: -60 dB and less") {
  for (const int rate : {8000, 11025, 16000}) {
    for (double hertz = rate / 2 * 1.1; hertz < 11000; hertz += 371) {
      CAPTURE(rate);
      CAPTURE(hertz);
      CHECK(level(converted(tone(hertz, 1), rate)) < level(tone(hertz, 1)) - 60);
    }
  }
}

TEST_CASE("no click at the ends of a segment: nothing steeper than the tone itself") {
  for (const int rate : rates) {
    CAPTURE(rate);
    auto voiced = tone(441, 0.1);
    constexpr std::size_t fade = 220;  // samples, 10 ms: as speech comes and goes
    for (std::size_t i = 0; i < fade; ++i) {
      const double part = static_cast<double>(i) / fade;
      voiced[i] = static_cast<std::int16_t>(voiced[i] * part);
      voiced[voiced.size() - 1 - i] = static_cast<std::int16_t>(voiced[voiced.size() - 1 - i] * part);
    }
    const auto samples = converted(voiced, rate);
    const double steepest = 20000 * 2 * std::numbers::pi * 441 / rate * 1.05;
    double before = 0;
    for (const std::int16_t sample : samples) {
      CHECK(std::abs(sample - before) <= steepest);
      before = sample;
    }
    CHECK(std::abs(samples.front()) < 100);  // inaudible, as everywhere in this program
    CHECK(std::abs(samples.back()) < 200);
  }
}

TEST_CASE("sentences, words and chapters are where they are at the voice's own rate, within 3 ms") {
  const Plan plan = small_plan(numbered_titles(5), 3);
  const Rendered own = rendered(plan, 22050);
  const auto own_marks = chapter_marks(plan, own.timeline);
  for (const int rate : rates) {
    CAPTURE(rate);
    const Rendered other = rendered(plan, rate);
    const auto near = [&](std::uint64_t frame, std::uint64_t own_frame) {
      CHECK(std::abs(static_cast<double>(frame) / rate - static_cast<double>(own_frame) / 22050) < 0.003);
    };
    CHECK(other.timeline.sample_rate == rate);
    CHECK(other.samples.size() == other.timeline.frames);
    near(other.timeline.frames, own.timeline.frames);
    REQUIRE(other.timeline.cues.size() == own.timeline.cues.size());
    for (std::size_t i = 0; i < own.timeline.cues.size(); ++i) {
      near(other.timeline.cues[i].begin, own.timeline.cues[i].begin);
      near(other.timeline.cues[i].end, own.timeline.cues[i].end);
    }
    REQUIRE(other.timeline.word_begins.size() == own.timeline.word_begins.size());
    for (std::size_t i = 0; i < own.timeline.word_begins.size(); ++i)
      near(other.timeline.word_begins[i], own.timeline.word_begins[i]);
    const auto marks = chapter_marks(plan, other.timeline);
    REQUIRE(marks.size() == own_marks.size());
    for (std::size_t i = 0; i < marks.size(); ++i) near(marks[i].begin, own_marks[i].begin);
  }
}

TEST_CASE("the true peak stays below -1 dB of full scale at every rate") {
  const Plan plan = small_plan(numbered_titles(2), 2);
  for (const int rate : rates) {
    CAPTURE(rate);
    const double peak = measure(rendered(plan, rate, 32767).samples, rate).true_peak_db;
    CHECK(peak < -1);
    CHECK(peak > -6);  // it is loud
  }
}
