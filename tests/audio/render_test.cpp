#include "audio/render.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

#include "audio/pauses.h"
#include "support/fake_synth.h"
#include "support/memory_sink.h"
#include "support/loudness.h"
#include "support/small_plan.h"
#include "text/error.h"

using namespace langdu;

namespace {

struct Rendered {
  Timeline timeline;
  std::vector<std::int16_t> samples;
};

Rendered render_plan(const Plan& plan, const RenderOptions& options = {}) {
  FakeSynth synth;
  Memory memory;
  Sink* const sinks[] = {&memory};
  Timeline timeline = render(plan, synth, sinks, options, {});
  return {std::move(timeline), std::move(memory.all)};
}

constexpr std::uint64_t clause = 4167;    // 189 ms at 22,050 Hz
constexpr std::uint64_t sentence = 7497;  // 340 ms
constexpr std::uint64_t chapter = 28665;  // 1300 ms
constexpr std::uint64_t closing = 6615;   // 300 ms
constexpr std::uint64_t segment = 4000;   // of FakeSynth: two syllables of 2,000

}  // namespace

TEST_CASE("the timeline says to the frame where each sentence and word is") {
  const Plan plan = small_plan({"one", "two"});
  const auto [timeline, samples] = render_plan(plan);
  constexpr std::uint64_t utterance = segment + clause + segment;
  constexpr std::uint64_t second_chapter = 2 * utterance + sentence + chapter;
  REQUIRE(timeline.cues.size() == 4);
  const std::uint64_t begins[] = {0, utterance + sentence, second_chapter,
                                  second_chapter + utterance + sentence};
  for (std::uint32_t i = 0; i < 4; ++i) {
    CHECK(timeline.cues[i].utterance == i);
    CHECK(timeline.cues[i].begin == begins[i]);
    CHECK(timeline.cues[i].end == begins[i] + utterance);
    CHECK(timeline.cues[i].first_word == 2 * i);
    CHECK(timeline.word_begins[2 * i] == 0);
    CHECK(timeline.word_begins[2 * i + 1] == segment + clause);
  }
  CHECK(timeline.frames == begins[3] + utterance + closing);
  CHECK(timeline.frames == samples.size());
  CHECK(timeline.sample_rate == 22050);
}

TEST_CASE("the samples are the engine's in their place, and exact silence between them") {
  const Plan plan = small_plan({"one", "two"});
  const FakeSynth synth;
  const auto [timeline, samples] = render_plan(plan);
  std::vector<std::int16_t> expected(samples.size(), 0);
  for (const Cue& cue : timeline.cues) {
    for (std::uint32_t s = 0; s < 2; ++s) {
      for (std::uint32_t i = 0; i < segment; ++i) {
        expected[cue.begin + s * (segment + clause) + i] = synth.sample(cue.utterance, s, i);
      }
    }
  }
  CHECK(samples == expected);
}

TEST_CASE("pauses go with the rate of the speech") {
  const Plan plan = small_plan({"one"}, 1);
  CHECK(render_plan(plan, {.rate = 108}).timeline.frames == 2 * segment + 8335 + 2 * closing);
  CHECK(render_plan(plan, {.rate = 432}).timeline.frames == 2 * segment + 2084 + 3308);
}

TEST_CASE(
    "the writer's pauses are exact at any rate, and the sound does not end before its closing silence") {
  Plan plan = small_plan({"one"});
  plan.utterances[0].segments[0].exact_pause = 1500;
  plan.utterances[1].segments[0].exact_pause = 0;
  constexpr std::uint64_t exact = 33075;  // 1.5 s
  const std::uint64_t between = sentence + 4 * segment;
  CHECK(render_plan(plan).samples.size() == between + exact + closing);
  CHECK(render_plan(plan, {.rate = 432}).samples.size() == 3749 + 4 * segment + exact + 3308);
  plan.utterances[1].segments[1].exact_pause = 10;
  CHECK(render_plan(plan).samples.size() == between + exact + closing);
  plan.utterances[1].segments[1].exact_pause = 1500;
  CHECK(render_plan(plan).samples.size() == between + exact + exact);
}

TEST_CASE("gain and volume multiply") {
  const Plan plan = small_plan({"one"}, 1);
  const auto peak = [&](const RenderOptions& options) {
    const auto samples = render_plan(plan, options).samples;
    return *std::max_element(samples.begin(), samples.end());
  };
  CHECK(peak({}) == 8000);
  CHECK(peak({.gain_db = -6.0206}) == 4000);
  CHECK(peak({.volume = 50}) == 4000);
  CHECK(peak({.gain_db = 6.0206, .volume = 50}) == 8000);
  CHECK(peak({.volume = 0}) == 0);
  CHECK(peak({.gain_db = 40}) < 28000);  // the limiter's work
}

TEST_CASE("every sink gets the same samples, in pieces of bounded size") {
  Plan plan = small_plan({"one"}, 1);
  for (int i = 0; i < 200; ++i)
    plan.utterances[0].segments[0].words.push_back(plan.utterances[0].segments[0].words[0]);
  FakeSynth synth;
  Memory a;
  Memory b;
  Sink* const sinks[] = {&a, &b};
  const Timeline timeline = render(plan, synth, sinks, {}, {});
  CHECK(timeline.frames > 800000);
  CHECK(a.all == b.all);
  CHECK(a.all.size() == timeline.frames);
  CHECK(a.longest < 10000);
  RenderOptions held;
  held.levelling = Levelling::by_chapter;
  Memory c;
  Sink* const sink[] = {&c};
  render(plan, synth, sink, held, {});
  CHECK(c.all.size() == timeline.frames);
  CHECK(c.longest < 10000);
}

TEST_CASE("every sink is told of each sentence before its first sample") {
  const Plan plan = small_plan({"one", "two"}, 5);
  FakeSynth synth;
  Memory a;
  Memory b;
  Sink* const sinks[] = {&a, &b};
  const Timeline timeline = render(plan, synth, sinks, {}, {});
  REQUIRE(a.cues.size() == timeline.cues.size());
  for (std::size_t i = 0; i < a.cues.size(); ++i) {
    CHECK(a.cues[i].first == timeline.cues[i].begin);
    CHECK(a.cues[i].second <= timeline.cues[i].begin);
  }
  CHECK(a.cues == b.cues);
}

TEST_CASE("a sentence that begins with a silent closure has its cue at the sound, and its first word too") {
  struct Closure : Synth {
    int sample_rate() const override { return 22050; }
    void speak(const Plan&, Span range, const Deliver& deliver) override {
      std::vector<std::int16_t> samples(8000, 5000);
      std::fill_n(samples.begin(), 2000, std::int16_t{3});
      const std::vector<std::uint32_t> begins{0, 5000};
      for (std::uint32_t u = range.begin; u < range.end; ++u) {
        for (std::uint32_t s = 0; s < 2; ++s) deliver({u, s, samples, begins});
      }
    }
  };
  const Plan plan = small_plan({"one"}, 1);
  Closure synth;
  Memory memory;
  Sink* const sinks[] = {&memory};
  const Timeline timeline = render(plan, synth, sinks, {}, {});
  CHECK(timeline.cues[0].begin == 2000 - 220);
  CHECK(timeline.cues[0].end == 8000 + clause + 8000);
  CHECK(timeline.word_begins ==
        std::vector<std::uint32_t>{0, 5000 - 1780, 8000 + clause - 1780, 13000 + clause - 1780});
  CHECK(timeline.frames == timeline.cues[0].end + closing);
}

TEST_CASE("progress counts the utterances and shows the time so far") {
  const Plan plan = small_plan({"one", "two", "three"});
  FakeSynth synth;
  Memory memory;
  Sink* const sinks[] = {&memory};
  std::uint32_t seen = 0;
  std::uint64_t frames = 0;
  render(plan, synth, sinks, {}, [&](std::uint32_t done, const Timeline& timeline) {
    CHECK(done == ++seen);
    CHECK(timeline.cues.size() == done);
    CHECK(timeline.frames > frames);
    frames = timeline.frames;
  });
  CHECK(seen == plan.utterances.size());
}

TEST_CASE("a failing sink and a failing engine end the rendering with their error") {
  struct Full : Memory {
    void write(std::span<const std::int16_t>) override { throw Error(Fault::disk_full, "x"); }
  };
  const Plan plan = small_plan({"one"});
  FakeSynth synth;
  Full full;
  Sink* const sinks[] = {&full};
  CHECK_THROWS_AS(render(plan, synth, sinks, {}, {}), Error);
  FakeSynth dying({.dies_at = 1});
  Memory memory;
  Sink* const good[] = {&memory};
  CHECK_THROWS_AS(render(plan, dying, good, {}, {}), Error);
}

TEST_CASE("chapters tile the output and begin with their first sentence") {
  const Plan plan = small_plan(numbered_titles(5), 3);
  const Timeline timeline = render_plan(plan).timeline;
  const auto marks = chapter_marks(plan, timeline);
  REQUIRE(marks.size() == 5);
  CHECK(marks.front().begin == 0);
  CHECK(marks.back().end == timeline.frames);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    CHECK(marks[i].chapter == i);
    CHECK(marks[i].begin == timeline.cues[3 * i].begin);
    if (i > 0) CHECK(marks[i - 1].end == marks[i].begin);
  }
}

TEST_CASE("chapters of which nothing was rendered have no mark") {
  const Plan plan = small_plan(numbered_titles(4), 2);
  Timeline timeline = render_plan(plan).timeline;
  timeline.cues.erase(timeline.cues.begin() + 2, timeline.cues.begin() + 4);  // chapter 2
  timeline.cues.erase(timeline.cues.begin());                                 // half of chapter 1
  const auto marks = chapter_marks(plan, timeline);
  REQUIRE(marks.size() == 3);
  CHECK(marks[0].chapter == 0);
  CHECK(marks[0].begin == 0);
  CHECK(marks[1].chapter == 2);
  CHECK(chapter_marks(plan, Timeline{}).empty());
  CHECK(chapter_marks(Plan{}, timeline).empty());
}

TEST_CASE(
    "a target's silence stands before and behind, whatever the rate, and the first chapter begins with it") {
  const Plan plan = small_plan({"one", "two"}, 1);
  RenderOptions options;
  options.target.head_ms = 750;
  options.target.tail_ms = 1500;
  options.rate = 432;
  const auto [timeline, samples] = render_plan(plan, options);
  CHECK(timeline.cues.front().begin == 16537);
  CHECK(timeline.frames == timeline.cues.back().end + 33075);
  CHECK(samples.size() == timeline.frames);
  CHECK(chapter_marks(plan, timeline).front().begin == 0);
}

TEST_CASE("levelling and compression change the level only: as many samples, each in its place") {
  Plan plan = small_plan({"one", "two", "three"}, 4);
  const auto [timeline, samples] = render_plan(plan);
  for (const bool compressed : {false, true}) {
    for (const Levelling levelling : {Levelling::constant, Levelling::by_chapter, Levelling::exact}) {
      RenderOptions options;
      options.target.compressed = compressed;
      options.levelling = levelling;
      const Rendered levelled = render_plan(plan, options);
      CHECK(levelled.timeline.frames == timeline.frames);
      CHECK(levelled.timeline.word_begins == timeline.word_begins);
      REQUIRE(levelled.samples.size() == samples.size());
      for (std::size_t i = 0; i < samples.size(); ++i) {
        const bool same_sign = (samples[i] < 0) == (levelled.samples[i] < 0);
        REQUIRE((std::abs(samples[i]) < 100 || same_sign));
        if (samples[i] == 0) REQUIRE(levelled.samples[i] == 0);
      }
    }
  }
}

TEST_CASE("the exact loudness is reached whatever the voice's gain and the volume, and is the same again") {
  const Plan plan = small_plan(numbered_titles(3), 20);
  for (const bool compressed : {false, true}) {
    for (const int volume : {100, 50}) {
      RenderOptions options{.gain_db = -8, .levelling = Levelling::exact, .volume = volume};
      options.target.lufs = compressed ? -25 : -29;
      options.target.compressed = compressed;
      const Rendered first = render_plan(plan, options);
      const double aim = options.target.lufs + 20 * std::log10(volume / 100.0);
      CAPTURE(compressed);
      CAPTURE(volume);
      CHECK(std::abs(measure(first.samples, 22050).lufs - aim) <= 0.3);
      CHECK(render_plan(plan, options).samples == first.samples);
    }
  }
}

TEST_CASE("levelling keeps silence silent: volume 0, and a plan without words") {
  for (const Levelling levelling : {Levelling::by_chapter, Levelling::exact}) {
    const auto samples = render_plan(small_plan({"one"}), {.levelling = levelling, .volume = 0}).samples;
    CHECK(std::all_of(samples.begin(), samples.end(), [](int sample) { return sample == 0; }));
    CHECK(render_plan(Plan{}, {.levelling = levelling}).samples.empty());
  }
}

TEST_CASE("an empty plan gives an empty output") {
  const auto [timeline, samples] = render_plan(Plan{});
  CHECK(timeline.frames == 0);
  CHECK(samples.empty());
}
