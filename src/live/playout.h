#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "live/playback_state.h"
#include "live/rate_converter.h"

namespace langdu {

/// What the device takes.
struct DeviceFormat {
  int rate = 0;           ///< Hz
  int channels = 1;       ///< each gets the same samples
  double latency = 0.25;  ///< seconds between a callback and the loudspeaker
};

/// The way from the ring to the device, one call a callback: conversion, channels, fading, the silence behind
/// the end. fill() does not wait, allocate, lock or call the system. It knows nothing of PortAudio.
class Playout {
 public:
  /// `state` must outlive it. `source_rate` is the rate of the ring. Throws Error(device_failed).
  Playout(PlaybackState& state, int source_rate, const DeviceFormat& format);

  enum class Next { more, complete };

  /// Makes the next frames, interleaved: always as many as asked for. `delay` is the time in seconds until
  /// the first of them is heard. Sets the stage completed or stopped when it returns `complete`.
  Next fill(std::span<std::int16_t> output, double delay);

 private:
  enum class Phase { sounding, fading, silent };

  std::size_t next_mono(std::span<std::int16_t> mono);
  std::size_t pull(std::span<std::int16_t> mono, bool last);
  void fade(std::span<std::int16_t> mono);
  void note_position(double delay);

  PlaybackState& state_;
  int source_rate_;
  DeviceFormat format_;
  std::optional<RateConverter> converter_;
  std::array<std::int16_t, 1024> mono_{};
  Phase phase_ = Phase::sounding;
  std::uint64_t fade_frames_;  ///< length of the fade
  std::uint64_t fade_left_;
  std::uint64_t silence_left_;  ///< to be given out behind the last sample
};

}  // namespace langdu
