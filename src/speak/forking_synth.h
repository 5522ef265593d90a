#pragma once
#include <chrono>
#include <memory>

#include "speak/helper_process.h"
#include "speak/jobs.h"
#include "speak/rate.h"
#include "speak/synth.h"
#include "speak/voices.h"

namespace langdu {

/// Two more than the cores of this machine that this process may use, 1 to most_jobs.
std::size_t usual_jobs();
inline constexpr std::size_t most_jobs = 64;

struct SynthSettings {
  Voice voice;
  int rate = usual_rate;             ///< syllables a minute, slowest_rate to fastest_rate
  std::size_t jobs = usual_jobs();   ///< child processes at a time, 1 to most_jobs
  std::chrono::seconds timeout{10};  ///< for one job; the longest takes 0.1 s
  int niceness = 0;  ///< of the processes, 0 to 19: higher ones leave the processors to others
};

/// The real Synth: eSpeak NG behind processes.
///
///     main --- requests, reports (socket) ---> helper: the engine, initialised once, never speaks
///       \                                         |  forks, watches
///        +---- slots (shared memory) <------------+--> a child for each job: speaks it and ends
///
/// A child starts from the helper's untouched engine, so a job sounds the same whoever speaks it and
/// whenever. Main keeps a window of jobs under way and puts them back in order. A child that dies or hangs is
/// tried again once, and so is the helper. The process that makes this object must have no threads.
class ForkingSynth : public Synth {
 public:
  /// Forks the helper, which starts the engine while the caller goes on; make this object early. What goes
  /// wrong there is thrown by speak(). Throws Error(out_of_range | engine_failed).
  explicit ForkingSynth(const SynthSettings& settings);

  /// With a speaker of the caller's, for tests. `settings.voice` is not used.
  ForkingSynth(const SynthSettings& settings, Speaker speaker, int sample_rate);
  ~ForkingSynth() override;

  int sample_rate() const override { return sample_rate_; }

  /// As Synth says. When it throws, its own errors or what `deliver` throws, the processes end; the next call
  /// starts them again.
  void speak(const Plan& plan, Span range, const Deliver& deliver) override;

  pid_t helper_pid() const { return helper_ ? helper_->pid() : -1; }  ///< -1 when none runs

 private:
  class Run;

  void start_helper();

  SynthSettings settings_;
  Speaker speaker_;
  int sample_rate_;
  std::unique_ptr<Slots> slots_;
  std::unique_ptr<HelperTask> task_;
  std::unique_ptr<HelperProcess> helper_;
};

}  // namespace langdu
