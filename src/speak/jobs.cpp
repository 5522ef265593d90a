#include "speak/jobs.h"

#include "speak/compose.h"

namespace langdu {

std::vector<Job> cut_jobs(const Utterance& utterance, std::uint32_t index) {
  std::vector<Job> jobs;
  std::uint32_t sum = 0;
  for (std::uint32_t s = 0; s < utterance.segments.size(); ++s) {
    const std::uint32_t more = weight(utterance.segments[s]);
    if (jobs.empty() || sum + more > heaviest_job) {
      jobs.push_back({index, s, s});
      sum = 0;
    }
    jobs.back().end = s + 1;
    sum += more;
  }
  return jobs;
}

}  // namespace langdu
