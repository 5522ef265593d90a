#include "audio/limiter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <random>
#include <string>

#include "support/loudness.h"

using namespace langdu;

namespace {

using Samples = std::vector<std::int16_t>;

constexpr double ceiling = -1.8;  // dB
constexpr double highest = -1;    // dBTP, by another meter

Samples make(std::size_t count, const std::function<double(double)>& signal) {
  Samples samples(count);
  for (std::size_t i = 0; i < count; ++i) {
    samples[i] = static_cast<std::int16_t>(std::clamp(signal(static_cast<double>(i)), -1.0, 1.0) * 32767);
  }
  return samples;
}

double sine(double frequency, double at, double phase = 0) {
  return std::sin(2 * std::numbers::pi * frequency * at + phase);
}

Samples noise(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  return make(count, [&](double) { return static_cast<double>(random() % 65536) / 32768 - 1; });
}

/// In pieces of `piece` samples.
Samples limited(const Samples& in, double gain, std::size_t piece = 1000, int sample_rate = 22050,
                double ceiling_db = ceiling) {
  Limiter limiter(sample_rate, gain, ceiling_db);
  Samples out;
  for (std::size_t at = 0; at < in.size(); at += piece) {
    limiter.process(std::span(in).subspan(at, std::min(piece, in.size() - at)), out);
    CHECK(out.size() + limiter.latency() >= std::min(in.size(), at + piece));
  }
  limiter.flush(out);
  return out;
}

struct Signal {
  std::string name;
  Samples samples;
};

/// What a limiter gets wrong: steps, clicks, crests between samples, everything loud at once.
std::vector<Signal> hard_signals() {
  constexpr std::size_t n = 30000;
  std::vector<Signal> signals;
  signals.push_back({"white noise", noise(n, 1)});
  Samples burst = noise(n, 2);
  std::fill_n(burst.begin(), n / 2, std::int16_t{0});
  signals.push_back({"noise after silence", burst});
  Samples signs = noise(n, 3);
  for (std::int16_t& s : signs) s = static_cast<std::int16_t>(s < 0 ? -32768 : 32767);
  signals.push_back({"random full-scale signs", signs});
  Samples clicks(n);
  for (std::size_t i = 50; i < n; i += 777)
    clicks[i] = i % 2 == 0 ? std::int16_t{32767} : std::int16_t{-32768};
  signals.push_back({"clicks", clicks});
  signals.push_back(
      {"crests between the samples", make(n, [](double i) { return sine(0.25, i, std::numbers::pi / 4); })});
  for (const double frequency : {0.01, 0.1, 0.3, 0.4, 0.45}) {
    signals.push_back({"sine", make(n, [&](double i) { return sine(frequency, i); })});
    signals.push_back({"square", make(n, [&](double i) { return sine(frequency, i) < 0 ? -1.0 : 1.0; })});
    signals.push_back(
        {"sine that begins", make(n, [&](double i) { return i < 9000 ? 0 : sine(frequency, i); })});
  }
  signals.push_back(
      {"sweep", make(n, [](double i) { return sine(0.25 * i / n, i) * (i < n / 2 ? 0.4 : 1); })});
  signals.push_back({"constant", Samples(n, 32767)});
  return signals;
}

}  // namespace

TEST_CASE("the true peak is at most -1 dBTP whatever comes in, at any gain") {
  for (const Signal& signal : hard_signals()) {
    for (const double gain : {1.0, 2.0, 8.0}) {
      CAPTURE(signal.name);
      CAPTURE(gain);
      const Samples out = limited(signal.samples, gain);
      CHECK(out.size() == signal.samples.size());
      CHECK(measure(out, 22050).true_peak_db <= highest);
    }
  }
}

TEST_CASE("as many samples come out as went in, for every length") {
  for (std::size_t count :
       {0U, 1U, 2U, 100U, 125U, 126U, 127U, 255U, 256U, 257U, 381U, 382U, 383U, 384U, 512U, 1000U, 4096U}) {
    const Samples in = noise(count, 5);
    CHECK(limited(in, 1, 64).size() == count);
  }
}

TEST_CASE("below the ceiling every sample comes out where it went in, unchanged") {
  Samples in = noise(20000, 7);
  for (std::int16_t& s : in) s = static_cast<std::int16_t>(s / 4);
  CHECK(limited(in, 1) == in);
  Samples half = in;
  for (std::int16_t& s : half) s = static_cast<std::int16_t>(std::floor(s * 0.5 + 0.5));
  CHECK(limited(in, 0.5) == half);
}

TEST_CASE("the samples are the same however the input is cut") {
  Samples in = noise(20000, 11);
  for (std::size_t i = 0; i < in.size(); ++i)
    in[i] = static_cast<std::int16_t>(in[i] / (i / 3000 % 2 == 0 ? 1 : 6));
  const Samples whole = limited(in, 1.5, in.size());
  for (const std::size_t piece : {1U, 7U, 255U, 256U, 257U, 4096U}) {
    CAPTURE(piece);
    CHECK(limited(in, 1.5, piece) == whole);
  }
  Limiter limiter(22050, 1.5, ceiling);
  Samples out;
  std::mt19937 random(3);
  for (std::size_t at = 0; at < in.size();) {
    const std::size_t piece = std::min<std::size_t>(random() % 700, in.size() - at);
    limiter.process(std::span(in).subspan(at, piece), out);
    at += piece;
  }
  limiter.flush(out);
  CHECK(out == whole);
}

TEST_CASE("a peak turns down its surroundings only: what is 0.8 seconds behind stays as it was") {
  Samples in = make(40000, [](double i) { return 0.3 * sine(0.01, i); });
  in[20000] = 32767;
  const Samples out = limited(in, 1.2);
  CHECK(std::abs(out[20000]) < 27000);
  const auto plain = [&](std::size_t i) {
    return static_cast<std::int16_t>(std::floor(in[i] * 1.2F + 0.5F));
  };
  for (std::size_t i = 0; i < 19700; ++i) REQUIRE(out[i] == plain(i));
  for (std::size_t i = 20000 + 17640; i < in.size(); ++i) REQUIRE(std::abs(out[i] - plain(i)) <= 1);
}

TEST_CASE("the gain moves without a click: a loud tone's neighbour samples stay close") {
  const Samples in = make(30000, [](double i) { return (i < 15000 ? 0.2 : 1.0) * sine(0.005, i); });
  const Samples out = limited(in, 4);
  // The steepest step of the tone at the ceiling, with a tenth for the gain's own movement.
  const double steepest = 2 * std::numbers::pi * 0.005 * 32767 * 1.1;
  for (std::size_t i = 1; i < out.size(); ++i) REQUIRE(std::abs(out[i] - out[i - 1]) <= steepest);
}

TEST_CASE("other sample rates keep the ceiling") {
  for (const int sample_rate : {8000, 16000, 44100, 48000}) {
    CAPTURE(sample_rate);
    CHECK(measure(limited(noise(30000, 13), 3, 1000, sample_rate), sample_rate).true_peak_db <= highest);
  }
}

TEST_CASE("the ceiling is where it was asked for") {
  for (const double ceiling_db : {-1.0, -3.8, -5.8, -20.0}) {
    CAPTURE(ceiling_db);
    const double peak = measure(limited(noise(30000, 17), 2, 1000, 22050, ceiling_db), 22050).true_peak_db;
    CHECK(peak <= ceiling_db + 0.8);
    CHECK(peak >= ceiling_db - 0.5);
  }
}

TEST_CASE("a gain that is changed holds for the samples that come then, and only these") {
  Samples in = noise(6000, 19);
  for (std::int16_t& s : in) s = static_cast<std::int16_t>(s / 8);
  Limiter limiter(22050, 1, ceiling);
  Samples out;
  limiter.process(std::span(in).first(2999), out);
  limiter.set_gain(2);
  limiter.process(std::span(in).subspan(2999), out);
  limiter.flush(out);
  REQUIRE(out.size() == in.size());
  for (std::size_t i = 0; i < in.size(); ++i) REQUIRE(out[i] == in[i] * (i < 2999 ? 1 : 2));
}
