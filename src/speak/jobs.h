#pragma once
#include <cstdint>
#include <vector>

#include "plan/plan.h"

namespace langdu {

/// What one child process speaks: consecutive segments of one utterance.
struct Job {
  std::uint32_t utterance = 0;  ///< index in plan.utterances
  std::uint32_t begin = 0;      ///< its segments [begin, end)
  std::uint32_t end = 0;
};

/// The segments of a job weigh at most this together (see weight()), unless one alone weighs more. A fork
/// costs 0.45 ms of CPU and a syllable 0.26 ms, so this much keeps the forks below 3 % of a long utterance,
/// and the first sound comes after 16 ms at most.
inline constexpr std::uint32_t heaviest_job = 60;

/// The heaviest segment that plan/segments.h allows: 300 bytes of single letters.
inline constexpr std::uint32_t heaviest_segment = 300;

/// Cuts an utterance into jobs. The cuts depend on nothing but the utterance, so its sound does not depend on
/// its neighbours, on the number of processes or on their speed.
std::vector<Job> cut_jobs(const Utterance& utterance, std::uint32_t index);

}  // namespace langdu
