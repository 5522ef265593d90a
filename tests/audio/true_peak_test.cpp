#include "audio/true_peak.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>
#include <vector>

using namespace langdu;

namespace {

/// The largest value that the detector sees in a sine of amplitude 1.
float highest(double frequency, double phase) {
  std::vector<float> samples(256);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    samples[i] =
        static_cast<float>(std::sin(2 * std::numbers::pi * frequency * static_cast<double>(i) + phase));
  }
  std::vector<float> peaks(200);
  TruePeak().between(samples.data() + TruePeak::before, peaks.data(), peaks.size());
  float peak = 0;
  for (const float p : peaks) peak = std::max(peak, p);
  return peak;
}

}  // namespace

TEST_CASE("a sine whose samples all miss its crest shows its true peak") {
  // A quarter of the rate at 45 degrees: every sample is 0.707, the crest is 1.
  CHECK(highest(0.25, std::numbers::pi / 4) == doctest::Approx(1).epsilon(0.01));
}

TEST_CASE("up to 0.4 of the rate the peak of a sine is found within 0.5 dB") {
  for (double frequency = 0.01; frequency < 0.401; frequency += 0.01) {
    CAPTURE(frequency);
    CHECK(std::abs(20 * std::log10(highest(frequency, 0.3))) < 0.5);
  }
}

TEST_CASE("a constant stays what it is, and nothing exceeds the bound") {
  const TruePeak detector;
  std::vector<float> ones(64, 1.0F);
  std::vector<float> peaks(32);
  detector.between(ones.data() + TruePeak::before, peaks.data(), peaks.size());
  for (const float p : peaks) CHECK(p == doctest::Approx(1).epsilon(1e-6));

  // The worst signal for a filter has the signs of its taps; all sign patterns of 16 samples are tried.
  std::vector<float> signs(TruePeak::taps);
  float worst = 0;
  for (unsigned pattern = 0; pattern < (1U << TruePeak::taps); ++pattern) {
    for (std::size_t i = 0; i < signs.size(); ++i) signs[i] = (pattern >> i & 1U) != 0 ? 1.0F : -1.0F;
    float peak = 0;
    detector.between(signs.data() + TruePeak::before, &peak, 1);
    worst = std::max(worst, peak);
  }
  CHECK(worst == doctest::Approx(detector.bound()).epsilon(1e-5));
}
