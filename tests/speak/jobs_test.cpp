#include "speak/jobs.h"

#include <doctest/doctest.h>

#include "speak/compose.h"
#include "speak/slots.h"
#include "speak/spoken_plan.h"

using namespace langdu;

namespace {

Segment of_syllables(std::size_t count) {
  std::string pinyin;
  for (std::size_t i = 0; i < count; ++i) pinyin += "ma1 ";
  return mandarin_segment(pinyin);
}

}  // namespace

TEST_CASE("jobs tile the utterance and stay below the bound") {
  Utterance utterance;
  for (const std::size_t count : {30U, 30U, 1U, 60U, 59U, 1U, 1U, 20U})
    utterance.segments.push_back(of_syllables(count));
  const auto jobs = cut_jobs(utterance, 7);
  std::uint32_t next = 0;
  for (const Job& job : jobs) {
    CHECK(job.utterance == 7);
    CHECK(job.begin == next);
    CHECK(job.end > job.begin);
    std::uint32_t sum = 0;
    for (std::uint32_t s = job.begin; s < job.end; ++s) sum += weight(utterance.segments[s]);
    CHECK(sum <= heaviest_job);
    next = job.end;
  }
  CHECK(next == utterance.segments.size());
  CHECK(jobs.size() == 5);
}

TEST_CASE("a usual sentence is one job") { CHECK(cut_jobs(long_plan(1).utterances[0], 0).size() == 1); }

TEST_CASE("a segment above the bound is a job of its own") {
  Utterance utterance;
  utterance.segments = {of_syllables(1), of_syllables(200), of_syllables(1)};
  CHECK(cut_jobs(utterance, 0).size() == 3);
}

TEST_CASE("an utterance without segments has no job") { CHECK(cut_jobs({}, 0).empty()); }

TEST_CASE("segments without words cannot overfill a slot's table") {
  Utterance utterance;
  utterance.segments.resize(1000);
  for (const Job& job : cut_jobs(utterance, 0)) CHECK(job.end - job.begin <= most_segments);
}

TEST_CASE("letters weigh more than their bytes in a long word") {
  CHECK(weight(english_segment("W W W")) >= 5);
  CHECK(weight(english_segment("internationalization")) >= 8);
}
