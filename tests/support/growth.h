// Whether the time of some work grows with its size and not with the square of it. What is compared is CPU time of this process
// in one run, so that a slow or busy machine makes no difference; how fast the work is, scripts/bench says.
#pragma once

#include <time.h>

namespace langdu {

/// CPU time in seconds that `work` takes in this process.
template <typename Work>
double cpu_seconds(Work&& work) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
  };
  const double begin = now();
  work();
  return now() - begin;
}

/// `tenfold` is the time for ten times the work of `small`. Quadratic work would take a hundred times as long; 35 leaves room for
/// caches, and `slack` seconds for what is too short to be measured.
inline bool grows_linearly(double small, double tenfold, double slack = 0.02) { return tenfold < 35 * small + slack; }

}  // namespace langdu
