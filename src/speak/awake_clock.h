#pragma once
#include <algorithm>
#include <chrono>

namespace langdu {

/// Time that passes while this process runs. When it was stopped (Ctrl-Z, a debugger, a suspended machine)
/// only one step counts, so that nobody is taken for hung after it. Ask at least once a step.
class AwakeClock {
 public:
  using Time = std::chrono::milliseconds;
  static constexpr Time step{250};

  Time now() {
    const auto clock = std::chrono::steady_clock::now();
    awake_ += std::min(clock - last_, std::chrono::steady_clock::duration(2 * step));
    last_ = clock;
    return std::chrono::duration_cast<Time>(awake_);
  }

 private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::duration awake_{0};
};

}  // namespace langdu
