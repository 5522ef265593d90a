#pragma once
#include <algorithm>
#include <chrono>
#include <cstdint>

namespace langdu {

/// Tells a device process that hangs from a main program that was away itself: stopped with Ctrl-Z,
/// suspended, or busy with something else. Only time in which the main program was looking counts against the
/// other.
class HeartbeatWatch {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using Duration = std::chrono::steady_clock::duration;

  /// How long the heartbeat has stood still by now.
  Duration silence(std::uint64_t beats, Time now) {
    const Duration step = std::min<Duration>(now - last_look_, longest_step);
    silence_ = beats == last_beats_ ? silence_ + step : Duration::zero();
    last_beats_ = beats;
    last_look_ = now;
    return silence_;
  }

 private:
  /// Looks are 20 ms apart; a busy machine may make 100 of them.
  static constexpr std::chrono::milliseconds longest_step{100};

  Time last_look_{};
  Duration silence_{};
  std::uint64_t last_beats_ = 0;
};

}  // namespace langdu
