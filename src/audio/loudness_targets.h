#pragma once
#include <span>
#include <string_view>

namespace langdu {

/// One row a use of the sound. Levels are those of a mono file at --volume 100.
struct LoudnessTarget {
  std::string_view name;
  double lufs = 0;          ///< integrated loudness (EBU R 128), met within 1 LU
  double true_peak_db = 0;  ///< dBTP: what no file shows more of, encoded or not
  double gain_db = 0;       ///< behind the voice's gain: what brings it from podcast to this loudness
  bool compressed = false;  ///< quiet syllables are raised: audio/compressor.h
  int head_ms = 0;          ///< silence before the first word
  int tail_ms = 0;          ///< silence behind the last; 0: closing_silence_ms (audio/pauses.h)
  std::string_view reason;  ///< where the numbers come from
};

/// Every target. The first is the usual one, for which the voices' gains are made.
std::span<const LoudnessTarget> loudness_targets();
inline constexpr std::string_view usual_loudness = "podcast";

/// How much lower the limiter stops than the file may show: the encoders raise peaks by up to 0.7 dB.
constexpr double encoder_margin_db = 0.8;

/// Relative to full scale: the ceiling of the target's limiter.
constexpr double ceiling_db(const LoudnessTarget& target) { return target.true_peak_db - encoder_margin_db; }

/// What the user asked for.
struct LoudnessChoice {
  const LoudnessTarget* target = nullptr;  ///< a row of the table
  bool exact = false;                      ///< within 0.3 LU
};

/// Reads a target's name, "exact", or both with a comma between; "exact" alone is the usual target.
/// Throws Error(wrong_use), which names the words.
LoudnessChoice parse_loudness(std::string_view words);

}  // namespace langdu
