#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "audio/timeline.h"
#include "plan/plan.h"

namespace langdu {

/// One line on standard error that says how far a long work is: percent, speed, time left. Only on a terminal
/// that is not dumb; otherwise it says nothing. The line is wiped out at the end.
class Progress {
 public:
  explicit Progress(const Plan& plan);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(std::uint32_t utterances_done, const Timeline& timeline);

 private:
  using Clock = std::chrono::steady_clock;
  bool enabled_;
  bool shown_ = false;
  std::vector<std::uint64_t> words_before_;  ///< words in all utterances before this one
  Clock::time_point start_;
  Clock::time_point next_;
};

/// The line itself: "42 %, 1300 times real time, 0:07 left".
std::string progress_line(double done, double audio_seconds, double elapsed_seconds);

}  // namespace langdu
