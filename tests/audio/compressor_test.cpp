#include "audio/compressor.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <random>

using namespace langdu;

namespace {

using Samples = std::vector<std::int16_t>;

constexpr int sample_rate = 22050;
constexpr std::size_t step = 221;  // samples in Compressor::step_seconds

Samples compressed(const Samples& in, double gain = 1, std::size_t piece = 1000) {
  Compressor compressor(sample_rate, gain);
  Samples out;
  for (std::size_t at = 0; at < in.size(); at += piece) {
    compressor.process(std::span(in).subspan(at, std::min(piece, in.size() - at)), out);
    CHECK(out.size() + compressor.latency() >= std::min(in.size(), at + piece));
  }
  compressor.flush(out);
  return out;
}

/// A tone whose RMS at each sample is `level` dB of full scale.
Samples tone(std::size_t count, const std::function<double(std::size_t)>& level) {
  Samples samples(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double amplitude = 32768 * std::sqrt(2.0) * std::pow(10, level(i) / 20);
    samples[i] = static_cast<std::int16_t>(
        std::round(amplitude * std::sin(2 * std::numbers::pi * 200 * static_cast<double>(i) / sample_rate)));
  }
  return samples;
}

double level_db(const Samples& samples, std::size_t begin, std::size_t end) {
  double sum = 0;
  for (std::size_t i = begin; i < end; ++i) sum += static_cast<double>(samples[i]) * samples[i];
  return 10 * std::log10(sum / static_cast<double>(end - begin) / (32768.0 * 32768.0));
}

Samples noise(std::size_t count) {
  std::mt19937 random(5);
  Samples samples(count);
  for (std::size_t i = 0; i < count; ++i)
    samples[i] =
        static_cast<std::int16_t>((static_cast<int>(random() % 65536) - 32768) / (i / 900 % 3 == 0 ? 1 : 40));
  return samples;
}

}  // namespace

TEST_CASE("three dB more come out as one, above the threshold; below it the gain stays") {
  const auto out_level = [](double level, double gain = 1) {
    return level_db(compressed(tone(20000, [&](std::size_t) { return level; }), gain), 10000, 20000) +
           Compressor::headroom_db;
  };
  struct Point {
    double in, out;
  };
  for (const Point& point :
       {Point{-19, -19}, {-10, -16}, {-31, -23}, {-36, -24.67}, {-46, -34.67}, {-56, -44.67}}) {
    CAPTURE(point.in);
    CHECK(std::abs(out_level(point.in) - point.out) < 0.3);
  }
  CHECK(std::abs(out_level(-25, 2) - out_level(-18.98)) < 0.1);  // the gain counts as level
}

TEST_CASE("a quiet syllable between loud ones comes up within 60 ms, and loud ones do not overshoot") {
  const auto level = [](std::size_t i) { return i / 4410 % 2 == 0 ? -12.0 : -30.0; };  // 200 ms each
  const Samples in = tone(22050, level);
  const Samples out = compressed(in);
  CHECK(level_db(in, 0, 4410) - level_db(in, 4410 + 1323, 8820 - 2 * step) ==
        doctest::Approx(18).epsilon(0.02));
  CHECK(std::abs(level_db(out, 2000, 4000) - level_db(out, 4410 + 1323, 8820 - 2 * step)) < 9);
  // Never above where the loud tone settles, as the gain knows a step ahead.
  const auto loudest = [&](std::size_t begin, std::size_t end) {
    return *std::max_element(out.begin() + static_cast<std::ptrdiff_t>(begin),
                             out.begin() + static_cast<std::ptrdiff_t>(end));
  };
  CHECK(loudest(8820, 8820 + 600) <= 1.03 * loudest(10000, 13000));
}

TEST_CASE("the gain moves in lines: a loud tone that begins makes no click") {
  const Samples out = compressed(tone(22050, [](std::size_t i) { return i < 11000 ? -40.0 : -8.0; }));
  const double steepest =
      2 * std::numbers::pi * 200 / sample_rate * *std::max_element(out.begin(), out.end());
  for (std::size_t i = 11100; i < out.size(); ++i)
    REQUIRE(std::abs(out[i] - out[i - 1]) <= 1.2 * steepest + 2);
}

TEST_CASE("the compressed samples are the same however the input is cut, and as many as came") {
  const Samples in = noise(20000);
  const Samples whole = compressed(in, 0.8, in.size());
  REQUIRE(whole.size() == in.size());
  for (const std::size_t piece : {1U, 7U, 220U, 221U, 222U, 442U, 4096U}) {
    CAPTURE(piece);
    CHECK(compressed(in, 0.8, piece) == whole);
  }
  for (const std::size_t count : {0U, 1U, 220U, 221U, 222U, 441U, 442U, 443U, 1000U}) {
    CAPTURE(count);
    CHECK(compressed(noise(count), 1, 64).size() == count);
  }
}

TEST_CASE("every sample comes out where it went in, and silence stays silent") {
  Samples in(5000, 0);
  in[2500] = 20000;
  const Samples out = compressed(in);
  for (std::size_t i = 0; i < out.size(); ++i) CHECK((out[i] != 0) == (i == 2500));
}

TEST_CASE("nothing wraps: full scale with the largest gain of a voice is held at full scale") {
  const Samples out = compressed(noise(20000), 100);
  const Samples in = noise(20000);
  for (std::size_t i = 0; i < out.size(); ++i)
    REQUIRE((in[i] == 0 || (in[i] < 0) == (out[i] < 0) || out[i] == 0));
}
