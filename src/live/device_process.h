#pragma once
#include <chrono>
#include <string>

#include "live/playback_state.h"

namespace langdu {

/// What the device process must know to play.
struct DeviceSettings {
  std::string device;     ///< as a person names it: see choose_device()
  int sample_rate = 0;    ///< Hz of the ring's samples
  double latency = 0.25;  ///< seconds
};

/// Sound servers may take long to answer, some wake up first; nothing sound takes longer than this.
constexpr std::chrono::seconds start_limit(10);

/// Plays `state.ring` on the device until the end of input, or until `state.stop`. The body of the device
/// process: it talks to the main program through `state` only, and every outcome is a stage there.
void run_device_process(PlaybackState& state, const DeviceSettings& settings);

/// Why there is no device list when the process ended, or had to be ended, while looking for them.
std::string looking_died(const std::string& ending);
std::string looking_hung();

}  // namespace langdu
