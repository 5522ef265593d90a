#include "live/playout.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <random>
#include <vector>

using namespace langdu;

namespace {

std::vector<std::int16_t> ramp(std::size_t count) {
  std::vector<std::int16_t> samples(count);
  for (std::size_t i = 0; i < count; ++i)
    samples[i] = static_cast<std::int16_t>(i % 30000 + 1);  // never silence
  return samples;
}

/// Calls back with blocks of random sizes until complete, or `limit` frames are made.
std::vector<std::int16_t> play_all(Playout& playout, std::size_t channels, std::size_t limit = 1'000'000) {
  std::mt19937 random(7);
  std::vector<std::int16_t> heard;
  while (heard.size() < limit * channels) {
    std::vector<std::int16_t> block((1 + random() % 3000) * channels, 77);
    const auto next = playout.fill(block, 0.25);
    heard.insert(heard.end(), block.begin(), block.end());
    if (next == Playout::Next::complete) break;
  }
  return heard;
}

std::size_t frames_of_silence(const std::vector<std::int16_t>& samples) {
  const auto sound =
      std::find_if(samples.rbegin(), samples.rend(), [](std::int16_t sample) { return sample != 0; });
  return static_cast<std::size_t>(sound - samples.rbegin());
}

struct Rig {
  std::unique_ptr<PlaybackState> state = std::make_unique<PlaybackState>();
  explicit Rig(const std::vector<std::int16_t>& samples, bool end = true) {
    REQUIRE(state->ring.write(samples) == samples.size());
    state->end_of_input = end;
  }
};

}  // namespace

TEST_CASE("every sample comes out once and in order, with two latencies of silence behind the last") {
  const Rig rig(ramp(50000));
  Playout playout(*rig.state, 22050, {22050, 1, 0.25});
  auto heard = play_all(playout, 1);
  CHECK(frames_of_silence(heard) >= 2 * 22050 / 4);
  CHECK(rig.state->stage == Stage::completed);
  CHECK(rig.state->played == 50000);
  CHECK(rig.state->gaps == 0);
  CHECK(rig.state->heartbeat > 10);
  heard.resize(50000);
  CHECK(heard == ramp(50000));
}

TEST_CASE("each channel gets the same samples") {
  const Rig rig(ramp(5000));
  Playout playout(*rig.state, 22050, {22050, 2, 0.1});
  const auto heard = play_all(playout, 2);
  for (std::size_t i = 0; i < 5000; ++i) {
    REQUIRE(heard[2 * i] == static_cast<std::int16_t>(i % 30000 + 1));
    REQUIRE(heard[2 * i + 1] == heard[2 * i]);
  }
}

TEST_CASE("an empty ring makes a gap of silence that is counted, and nothing is lost") {
  const Rig rig(ramp(1000), false);
  Playout playout(*rig.state, 22050, {22050, 1, 0.1});
  std::vector<std::int16_t> block(1500);
  CHECK(playout.fill(block, 0) == Playout::Next::more);
  CHECK(frames_of_silence(block) == 500);
  CHECK(rig.state->gaps == 500);
  CHECK(rig.state->stage == Stage::looking);  // an end is only what the writer calls one
  rig.state->ring.write(ramp(1000));
  rig.state->end_of_input = true;
  auto heard = play_all(playout, 1);
  CHECK(rig.state->gaps == 500);
  heard.resize(1000);
  CHECK(heard == ramp(1000));
}

TEST_CASE("at another rate the whole sound is there, to its end") {
  for (const int rate : {16000, 44100, 48000}) {
    CAPTURE(rate);
    const std::vector<std::int16_t> level(22050, 10000);
    const Rig rig(level);
    Playout playout(*rig.state, 22050, {rate, 2, 0.1});
    const auto heard = play_all(playout, 2);
    CHECK(rig.state->stage == Stage::completed);
    CHECK(rig.state->gaps == 0);
    CHECK(rig.state->played == 22050);
    const auto loud =
        std::count_if(heard.begin(), heard.end(), [](std::int16_t sample) { return sample > 5000; });
    CHECK(std::abs(static_cast<double>(loud) / 2 - rate) <= 4);
  }
}

TEST_CASE("stopping fades within 30 ms and without a step that clicks") {
  const std::vector<std::int16_t> level(60000, 30000);
  for (const int rate : {22050, 48000}) {
    const Rig rig(level, false);
    Playout playout(*rig.state, 22050, {rate, 1, 0.1});
    std::vector<std::int16_t> block(5000);
    playout.fill(block, 0.1);
    rig.state->stop = true;
    const auto heard = play_all(playout, 1);
    CHECK(rig.state->stage == Stage::stopped);
    const std::size_t fade = heard.size() - frames_of_silence(heard);
    CHECK(fade <= static_cast<std::size_t>(rate) * 30 / 1000);
    CHECK(fade >= static_cast<std::size_t>(rate) * 29 / 1000);
    CHECK(frames_of_silence(heard) >= static_cast<std::size_t>(rate) / 5);
    int step = std::abs(heard[0] - block.back());
    for (std::size_t i = 1; i < heard.size(); ++i) step = std::max(step, std::abs(heard[i] - heard[i - 1]));
    CHECK(step <= 30000 * 1000 / (30 * rate) + 8);
  }
}

TEST_CASE("stopping an empty or ended playout ends it, too") {
  for (const bool end : {false, true}) {
    const Rig rig({}, end);
    Playout playout(*rig.state, 22050, {22050, 1, 0.05});
    rig.state->stop = true;
    CHECK(frames_of_silence(play_all(playout, 1, 20000)) < 20000);
    CHECK(rig.state->stage == Stage::stopped);
  }
}

TEST_CASE("the played position is what the loudspeaker gave: one delay behind, never backwards") {
  const Rig rig(ramp(20000), false);
  Playout playout(*rig.state, 22050, {22050, 1, 0.1});
  std::vector<std::int16_t> block(10000);
  playout.fill(block, 0.1);
  CHECK(rig.state->played == 0);
  playout.fill(std::span(block).first(5000), 0.1);
  CHECK(rig.state->played == 10000 - 2205);
  playout.fill(std::span(block).first(1), 0.9);
  CHECK(rig.state->played == 10000 - 2205);
}
