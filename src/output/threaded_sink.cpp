#include "output/threaded_sink.h"

#include <csignal>
#include <utility>

namespace langdu {
namespace {

/// Samples: 48 s at 22,050 Hz, so that the encoder has work while the start of a chapter is held back to be
/// measured.
constexpr std::size_t most_waiting = std::size_t{1} << 20;

/// Signals go to the thread that waits for the engine: there they end its waiting.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &former_);
  }
  SignalsBlocked(const SignalsBlocked&) = delete;
  SignalsBlocked& operator=(const SignalsBlocked&) = delete;
  ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &former_, nullptr); }

 private:
  sigset_t former_{};
};

}  // namespace

ThreadedSink::ThreadedSink(std::unique_ptr<Sink> sink) : sink_(std::move(sink)) {
  const SignalsBlocked inherited;
  thread_ = std::thread([this] { work(); });
}

ThreadedSink::~ThreadedSink() { join(true); }

void ThreadedSink::begin_cue(const Cue& cue) {
  const std::lock_guard lock(mutex_);
  cues_.push_back(cue);
}

void ThreadedSink::write(std::span<const std::int16_t> samples) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return waiting_.size() < most_waiting || failure_; });
  if (failure_) std::rethrow_exception(failure_);
  waiting_.insert(waiting_.end(), samples.begin(), samples.end());
  changed_.notify_all();
}

void ThreadedSink::finish(const Timeline& timeline) {
  join(false);
  if (failure_) std::rethrow_exception(failure_);
  sink_->finish(timeline);
}

void ThreadedSink::commit() { sink_->commit(); }

void ThreadedSink::join(bool give_up) {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    given_up_ = give_up;
  }
  changed_.notify_all();
  thread_.join();
}

void ThreadedSink::work() {
  std::vector<Cue> cues;
  std::vector<std::int16_t> taken;
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [&] { return !waiting_.empty() || ended_; });
    if (waiting_.empty() || given_up_) return;
    cues.clear();
    cues.swap(cues_);
    taken.clear();
    taken.swap(waiting_);
    changed_.notify_all();
    lock.unlock();
    std::exception_ptr failure;
    try {
      for (const Cue& cue : cues) sink_->begin_cue(cue);
      sink_->write(taken);
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    if (!failure) continue;
    failure_ = failure;
    changed_.notify_all();
    return;
  }
}

}  // namespace langdu
