#pragma once
#include <array>
#include <cstddef>

namespace langdu {

/// What a player's converter makes of the samples: the values between them, at four times the rate, from a
/// windowed sinc of 16 taps (twice the length in ITU-R BS.1770's example, so it holds nearer to half the
/// rate).
class TruePeak {
 public:
  static constexpr std::size_t taps = 16;
  static constexpr std::size_t before = taps / 2 - 1;  ///< samples it reads before the first of a pair
  static constexpr std::size_t after = taps / 2;       ///< and from the second of the pair on

  TruePeak();

  /// peaks[i] becomes the largest magnitude at 1/4, 2/4 and 3/4 between samples[i] and samples[i + 1], for i
  /// below `count`. Reads samples[-before] to samples[count - 1 + after].
  void between(const float* samples, float* peaks, std::size_t count) const;

  /// No interpolated value is larger than this times the largest sample.
  float bound() const { return bound_; }

 private:
  std::array<std::array<float, taps>, 3> phases_{};
  float bound_ = 1;
};

}  // namespace langdu
