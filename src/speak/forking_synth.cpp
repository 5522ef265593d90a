#include "speak/forking_synth.h"

#include <sys/resource.h>

#include <sched.h>

#include <algorithm>
#include <deque>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include "speak/awake_clock.h"
#include "speak/espeak_speaker.h"
#include "speak/failures.h"
#include "speak/interrupt.h"
#include "text/error.h"

namespace langdu {
namespace {

/// How long main waits in one go before it looks at interrupts again.
constexpr std::chrono::milliseconds glance{100};

/// The helper reports a hung child after the timeout; after this much more it is taken for hung itself.
constexpr std::chrono::seconds helper_patience{5};

constexpr int most_attempts = 2;

/// Jobs under way and finished ones that wait for their turn: enough that no child waits for main.
std::size_t window_of(std::size_t jobs) { return 2 * jobs + 2; }

/// Room for the heaviest segment at this rate. A word alone in its segment is spoken slower than in a text.
std::size_t slot_samples(int rate, int sample_rate) {
  constexpr double slower_alone = 1.5;
  const double seconds = heaviest_segment * 60.0 / rate * slower_alone;
  return static_cast<std::size_t>(seconds * sample_rate);
}

}  // namespace

std::size_t usual_jobs() {
  cpu_set_t cores;
  CPU_ZERO(&cores);
  if (sched_getaffinity(0, sizeof(cores), &cores) != 0) return 1;
  // Two more than cores keep every core busy while the helper starts the next child: on two cores 0.44 s
  // instead of 0.51 s for 13 minutes of sound.
  return std::clamp<std::size_t>(static_cast<std::size_t>(CPU_COUNT(&cores)) + 2, 1, most_jobs);
}

/// One call of speak(): the window of jobs and their order.
class ForkingSynth::Run {
 public:
  Run(ForkingSynth& synth, const Plan& plan, Span range, const Deliver& deliver)
      : synth_(synth), plan_(plan), deliver_(deliver), next_utterance_(range.begin) {
    end_utterance_ = std::min(range.end, static_cast<std::uint32_t>(plan.utterances.size()));
    free_slots_.resize(synth.slots_->count());
    std::iota(free_slots_.rbegin(), free_slots_.rend(), 0);
  }

  void operator()() {
    for (fill(); !window_.empty(); fill()) {
      while (!window_.front().ended) {
        wait();
        fill();  // a job that is to be tried again must not wait for the delivery of another
      }
      deliver_front();
    }
  }

 private:
  struct Pending {
    Job job;
    Request request;
    int attempts = 0;
    bool sent = false;
    bool ended = false;   ///< spoken, or failed for good; in both cases its turn decides
    Report last_failure;  ///< of the last attempt
    bool spoken = false;
  };

  /// Takes up new jobs while slots are free, and sends what is to be sent.
  void fill() {
    while (!free_slots_.empty() && next_job()) {
    }
    for (Pending& pending : window_) {
      if (pending.sent || pending.ended) continue;
      const auto sent = synth_.helper_->send(pending.request);
      // When the helper is gone, wait() sees it, after its last words.
      if (sent != HelperProcess::Sent::yes) return;
      pending.sent = true;
      ++pending.attempts;
    }
  }

  bool next_job() {
    while (jobs_.empty()) {
      if (next_utterance_ >= end_utterance_) return false;
      const auto jobs = cut_jobs(plan_.utterances[next_utterance_], next_utterance_);
      jobs_.assign(jobs.begin(), jobs.end());
      ++next_utterance_;
    }
    Pending pending;
    pending.job = jobs_.front();
    jobs_.pop_front();
    pending.request.id = ++last_id_;
    pending.request.slot = free_slots_.back();
    free_slots_.pop_back();
    const auto& segments = plan_.utterances[pending.job.utterance].segments;
    for (std::uint32_t s = pending.job.begin; s < pending.job.end; ++s) {
      pending.request.texts.push_back(compose(segments[s]));
      if (first_unspeakable(pending.request.texts.back()) < segments[s].words.size()) pending.ended = true;
    }
    synth_.slots_->clear(pending.request.slot);
    window_.push_back(std::move(pending));
    return true;
  }

  void wait() {
    throw_if_interrupted();
    const auto received = synth_.helper_->receive(glance);
    throw_if_interrupted();
    const auto now = clock_.now();
    if (received.report) {
      heard_ = now;
      take(*received.report);
    } else if (received.helper_gone || now - heard_ > synth_.settings_.timeout + helper_patience) {
      revive();
    }
  }

  void take(const Report& report) {
    if (report.kind == Report::Kind::failed_start) {
      throw Error(Fault::engine_failed, std::string(report.reason.data()));
    }
    const auto found = std::find_if(window_.begin(), window_.end(),
                                    [&](const Pending& pending) { return pending.request.id == report.id; });
    if (found == window_.end() || found->ended) return;
    const SlotHead& head = *synth_.slots_->slot(found->request.slot).head;
    if (report.kind == Report::Kind::done && head.outcome == Outcome::spoken && is_whole(*found)) {
      found->spoken = found->ended = true;
    } else if (report.kind == Report::Kind::done && head.outcome == Outcome::lost_word) {
      found->ended = true;  // the engine would lose it again
    } else {
      found->last_failure = report;
      found->ended = found->attempts >= most_attempts;
      if (found->ended) return;
      synth_.slots_->clear(found->request.slot);
      found->sent = false;
      fill();
    }
  }

  bool is_whole(const Pending& pending) const {
    const Slot slot = synth_.slots_->slot(pending.request.slot);
    for (std::uint32_t i = 0; i < pending.request.texts.size(); ++i) {
      const auto sound = read_segment(slot, i);
      if (!sound || sound->word_begins.size() != pending.request.texts[i].words) return false;
    }
    return true;
  }

  /// A new helper with new slots: a child of the old one may still write into the old ones for a moment.
  void revive() {
    if (revived_) throw_failed_helper(plan_, window_.front().job);
    revived_ = true;
    synth_.helper_.reset();
    synth_.start_helper();
    for (Pending& pending : window_) {
      const bool unspeakable = pending.ended && !pending.sent;
      if (unspeakable) continue;
      pending.sent = pending.ended = pending.spoken = false;
      pending.attempts = 0;
    }
    heard_ = clock_.now();
    fill();
  }

  void deliver_front() {
    throw_if_interrupted();
    const Pending pending = std::move(window_.front());
    window_.pop_front();
    if (!pending.spoken) fail(pending);
    const Slot slot = synth_.slots_->slot(pending.request.slot);
    for (std::uint32_t i = 0; i < pending.request.texts.size(); ++i) {
      const auto sound = read_segment(slot, i);
      deliver_({pending.job.utterance, pending.job.begin + i, sound->samples, sound->word_begins});
    }
    synth_.slots_->trim(pending.request.slot);
    free_slots_.push_back(pending.request.slot);
    revived_ = false;
    heard_ = clock_.now();
  }

  [[noreturn]] void fail(const Pending& pending) const {
    const Job& job = pending.job;
    for (std::uint32_t i = 0; i < pending.request.texts.size(); ++i) {
      const EngineText& text = pending.request.texts[i];
      const std::uint32_t word = first_unspeakable(text);
      if (word < text.words) throw_lost_word(plan_, job, job.begin + i, word);
    }
    const SlotHead& head = *synth_.slots_->slot(pending.request.slot).head;
    if (head.outcome == Outcome::lost_word) throw_lost_word(plan_, job, job.begin + head.segment, head.word);
    throw_failed_worker(plan_, job, pending.last_failure, synth_.settings_.timeout);
  }

  ForkingSynth& synth_;
  const Plan& plan_;
  const Deliver& deliver_;
  std::uint32_t next_utterance_;
  std::uint32_t end_utterance_ = 0;
  std::deque<Job> jobs_;  ///< of the utterance before next_utterance_, not yet in the window
  std::deque<Pending> window_;
  std::vector<std::uint32_t> free_slots_;
  std::uint32_t last_id_ = 0;
  bool revived_ = false;  ///< the helper was started again, and no job has come back since
  AwakeClock clock_;
  AwakeClock::Time heard_{
      0};  ///< when the helper last gave a sign of life, or main last did not wait for one
};

ForkingSynth::ForkingSynth(const SynthSettings& settings)
    : ForkingSynth(settings, espeak_speaker(settings.voice, settings.rate), espeak_sample_rate) {}

ForkingSynth::ForkingSynth(const SynthSettings& settings, Speaker speaker, int sample_rate)
    : settings_(settings), speaker_(std::move(speaker)), sample_rate_(sample_rate) {
  settings_.jobs = std::clamp<std::size_t>(settings_.jobs, 1, most_jobs);
  start_helper();
}

ForkingSynth::~ForkingSynth() = default;

void ForkingSynth::start_helper() {
  slots_ = std::make_unique<Slots>(window_of(settings_.jobs), slot_samples(settings_.rate, sample_rate_));
  task_ = std::make_unique<HelperTask>(HelperTask{speaker_, *slots_, settings_.jobs, settings_.timeout});
  helper_ = std::make_unique<HelperProcess>(*task_);
  // The children inherit it. A system that refuses is only less smooth.
  if (settings_.niceness > 0)
    setpriority(PRIO_PROCESS, static_cast<id_t>(helper_->pid()), settings_.niceness);
}

void ForkingSynth::speak(const Plan& plan, Span range, const Deliver& deliver) {
  if (!helper_) start_helper();
  try {
    Run(*this, plan, range, deliver)();
  } catch (...) {
    helper_.reset();
    throw;
  }
}

}  // namespace langdu
