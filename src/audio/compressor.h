#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace langdu {

/// Makes quiet syllables nearly as loud as loud ones, for places with noise: a compressor for one mono stream
/// of 16-bit samples.
///
/// The level is the power of the last instants: it follows a rise within step_seconds, of which the gain
/// knows one step ahead, and falls by half in 28 ms (a time constant of release_seconds), within a syllable.
/// Above threshold_db a change of ratio dB in becomes 1 dB out; below, the gain stays as it is there, so
/// silence stays silent. It moves in a straight line from step to step. Every sample comes out where it went
/// in: the first latency() samples are withheld and come with flush(). The samples are the same however the
/// input is cut. Memory is constant.
class Compressor {
 public:
  static constexpr double ratio = 3;           ///< as announcers in broadcasting are compressed: 2 to 4
  static constexpr double threshold_db = -36;  ///< of full scale, RMS; 17 dB below the voice's mean
  static constexpr double unchanged_db = -19;  ///< this level gets no gain: that of the voice as it comes
  static constexpr double step_seconds = 0.01;
  static constexpr double release_seconds = 0.04;
  /// What comes out is this much lower than said, so that nothing clips before the limiter behind it.
  static constexpr double headroom_db = 12;

  /// `gain` is a factor: what comes in is meant times it. `sample_rate` is in Hz.
  Compressor(int sample_rate, double gain);

  /// Takes samples and appends to `out` those that are ready.
  void process(std::span<const std::int16_t> in, std::vector<std::int16_t>& out);

  /// Appends all that is withheld; afterwards as much has come out as went in. The stream ends here.
  void flush(std::vector<std::int16_t>& out);

  /// Samples that are withheld at most.
  std::size_t latency() const { return 2 * step_; }

 private:
  void run_step(std::vector<std::int16_t>& out);
  double gain_at(double power) const;

  const std::size_t step_;  ///< samples
  const double release_;    ///< of the power, a step
  const double in_scale_;   ///< from a sample's square to the power of full scale 1, with the gain
  const double out_scale_;

  std::vector<std::int16_t> waiting_;  ///< at most two steps; the first is complete before it leaves
  std::size_t padding_ = 0;            ///< samples of it that flush() added
  double power_ = 0;                   ///< of the level, behind the second step
  double first_gain_;                  ///< where the first step's line begins
  double second_gain_;                 ///< where it ends
  bool started_ = false;               ///< the first step stands in waiting_
};

}  // namespace langdu
