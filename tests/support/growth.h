// Whether the time of some work grows with its size and not with the square of it. What is compared is CPU time of this process
// in one run, so that a slow or busy machine makes no difference; how fast the work is, scripts/bench says.
#pragma once

#include <time.h>

#include <algorithm>
#include <cstddef>

namespace langdu {

/// How long a long text is: `size`, and a tenth of it under a sanitizer, where all is ten times as slow and what is looked for is
/// wrong memory. It stays beyond 2^16, so that what is counted in 16 bits overflows there too.
constexpr std::size_t long_size(std::size_t size) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return std::min(size, std::max<std::size_t>(size / 10, 70'000));
#else
  return size;
#endif
}

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
