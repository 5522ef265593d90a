#pragma once
#include <samplerate.h>

#include <array>
#include <cstdint>
#include <memory>
#include <span>

namespace langdu {

/// Converts a stream of mono samples to another rate with libsamplerate. After the construction it allocates
/// nothing, so it may run in an audio callback.
class RateConverter {
 public:
  /// Throws Error(device_failed) when libsamplerate cannot do it: the rates differ by more than 256 times.
  RateConverter(int from_rate, int to_rate);

  /// Room for the next input samples; fill its front, then say with feed() how many there are. Empty while
  /// the converter still has input.
  std::span<std::int16_t> input();
  void feed(std::size_t count);

  /// Converts what was fed into `output` and returns how many samples were made; fewer than asked for means
  /// that it needs input. With `last`, what was fed is all there is, and fewer means that everything has been
  /// given out.
  std::size_t convert(std::span<std::int16_t> output, bool last);

 private:
  static constexpr std::size_t block = 512;  ///< samples converted at a time
  struct Delete {
    void operator()(SRC_STATE* state) const { src_delete(state); }
  };

  std::unique_ptr<SRC_STATE, Delete> state_;
  double ratio_;
  std::array<std::int16_t, block> fed_{};
  std::array<float, block> input_{};
  std::size_t begin_ = 0;  ///< what is left of input_: [begin_, end_)
  std::size_t end_ = 0;
  std::array<float, block> output_{};
};

}  // namespace langdu
