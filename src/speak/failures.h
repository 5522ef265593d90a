#pragma once
#include <chrono>

#include "plan/plan.h"
#include "speak/jobs.h"
#include "speak/messages.h"

namespace langdu {

/// What ended the attempts at a job, as an Error that names the place and the sentence.
[[noreturn]] void throw_lost_word(const Plan& plan, const Job& job, std::uint32_t segment,
                                  std::uint32_t word);
[[noreturn]] void throw_failed_worker(const Plan& plan, const Job& job, const Report& report,
                                      std::chrono::seconds timeout);
[[noreturn]] void throw_failed_helper(const Plan& plan, const Job& job);

}  // namespace langdu
