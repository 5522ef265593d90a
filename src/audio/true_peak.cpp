#include "audio/true_peak.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace langdu {
namespace {

/// The modified Bessel function of the first kind, order 0: what a Kaiser window is made of.
double bessel(double x) {
  double sum = 1;
  double term = 1;
  for (int k = 1; k < 32; ++k) {
    term *= (x / 2 / k) * (x / 2 / k);
    sum += term;
  }
  return sum;
}

/// A Kaiser-windowed sinc, `x` samples from its centre. Beta 5 keeps images 50 dB down, more than a peak
/// meter needs.
double kernel(double x) {
  constexpr double beta = 5;
  constexpr double reach = TruePeak::taps / 2.0;
  if (std::abs(x) >= reach) return 0;
  const double sinc = std::sin(std::numbers::pi * x) / (std::numbers::pi * x);
  return sinc * bessel(beta * std::sqrt(1 - x * x / (reach * reach))) / bessel(beta);
}

}  // namespace

TruePeak::TruePeak() {
  for (std::size_t p = 0; p < phases_.size(); ++p) {
    const double offset = (static_cast<double>(p) + 1) / 4;
    double sum = 0;
    double magnitudes = 0;
    for (std::size_t k = 0; k < taps; ++k) {
      const double tap = kernel(offset + static_cast<double>(before) - static_cast<double>(k));
      phases_[p][k] = static_cast<float>(tap);
      sum += tap;
      magnitudes += std::abs(tap);
    }
    for (float& tap : phases_[p]) tap = static_cast<float>(tap / sum);  // exactly 1 for a constant
    bound_ = std::max(bound_, static_cast<float>(magnitudes / sum));
  }
}

void TruePeak::between(const float* samples, float* peaks, std::size_t count) const {
  const float* const first = samples - before;
  for (std::size_t i = 0; i < count; ++i) {
    float a = 0;
    float b = 0;
    float c = 0;
    for (std::size_t k = 0; k < taps;
         ++k) {  // unrolled by the compiler, so that the loop over i is vectorised
      a += phases_[0][k] * first[i + k];
      b += phases_[1][k] * first[i + k];
      c += phases_[2][k] * first[i + k];
    }
    peaks[i] = std::max(std::max(std::abs(a), std::abs(b)), std::abs(c));
  }
}

}  // namespace langdu
