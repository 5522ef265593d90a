#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "audio/true_peak.h"

namespace langdu {

/// A gain and a true-peak limiter behind it, for one mono stream of 16-bit samples.
///
/// The limiter looks ahead: it turns the level down before a peak comes and slowly up again, so nothing clips
/// and nothing clicks. Every sample comes out where it went in: the first latency() samples are withheld and
/// come with flush(). The samples are the same however the input is cut; below the ceiling they are the input
/// times the gain. Memory is constant.
class Limiter {
 public:
  /// `gain` is a factor; `sample_rate` is in Hz; `ceiling_db` is relative to full scale.
  Limiter(int sample_rate, double gain, double ceiling_db);

  /// For the samples that process() takes from now on. At once: change it in silence.
  void set_gain(double gain) { gain_ = static_cast<float>(gain); }

  /// Takes samples and appends to `out` those that are ready.
  void process(std::span<const std::int16_t> in, std::vector<std::int16_t>& out);

  /// Appends all that is withheld; afterwards as much has come out as went in. The stream ends here.
  void flush(std::vector<std::int16_t>& out);

  /// Samples that are withheld at most.
  std::size_t latency() const { return delay_ + block; }

 private:
  static constexpr std::size_t block = 256;  ///< samples worked on at a time, always at multiples of it
  static constexpr std::size_t chunk = 64;   ///< the detector works on, or passes over, this many
  static constexpr std::int64_t one = std::int64_t{1} << 30;  ///< gains are integers, so that sums stay exact

  struct Reduction {
    std::uint64_t position;
    std::int64_t gain;
  };

  void run_block(std::vector<std::int16_t>& out);
  bool detect();
  void smooth();
  std::int64_t lowest_in_window(std::int64_t gain);

  // constant after construction
  const TruePeak true_peak_;
  const float ceiling_;
  const std::size_t ramp_;    ///< samples over which the gain comes down
  const std::size_t window_;  ///< samples for which a reduction is held
  const std::size_t delay_;   ///< from a sample's arrival to its departure
  const std::int64_t release_;

  // the stream
  float gain_;
  std::vector<float> samples_;  ///< delay_ old ones and the block, with the gain
  std::size_t filled_ = 0;      ///< samples in the block
  std::uint64_t taken_ = 0;     ///< samples in
  std::uint64_t given_ = 0;     ///< samples out
  std::size_t skip_;            ///< samples of the delay line's first content still to leave out
  float last_between_ = 0;      ///< the interpolated peak before the block's first detected sample

  // the gain
  std::array<std::int64_t, block> needed_{};  ///< by each sample alone
  std::array<float, block> applied_{};
  std::vector<Reduction> reductions_;  ///< of the window, a queue with rising gains, in a ring
  std::size_t first_reduction_ = 0;
  std::size_t reduction_count_ = 0;
  std::uint64_t position_ = 0;             ///< samples smoothed
  std::int64_t released_ = one;            ///< the gain before the ramp
  std::vector<std::int64_t> ramp_values_;  ///< the last ramp_ values of it, in a ring
  std::size_t ramp_next_ = 0;
  std::int64_t ramp_sum_;
  std::size_t at_rest_;  ///< how many of the last values were one
};

}  // namespace langdu
