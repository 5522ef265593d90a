#pragma once
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "audio/sink.h"

namespace langdu {

/// Lets a slow sink write in a thread of its own, so that encoding and synthesis overlap. Only begin_cue()
/// and write() run there; it is over when finish() goes on in the caller's thread. What it throws is thrown
/// again by the next write() or by finish(). The samples that wait are bounded: then write() waits for the
/// slow sink.
class ThreadedSink : public Sink {
 public:
  explicit ThreadedSink(std::unique_ptr<Sink> sink);
  ThreadedSink(const ThreadedSink&) = delete;
  ThreadedSink& operator=(const ThreadedSink&) = delete;
  ~ThreadedSink() override;

  void begin_cue(const Cue& cue) override;
  void write(std::span<const std::int16_t> samples) override;
  void finish(const Timeline& timeline) override;
  void commit() override;

 private:
  void work();
  void join(bool give_up);

  const std::unique_ptr<Sink> sink_;  ///< of the thread while it runs
  std::mutex mutex_;                  ///< for what follows
  std::condition_variable changed_;
  std::vector<Cue> cues_;  ///< that wait; none begins before the samples that wait
  std::vector<std::int16_t> waiting_;
  bool ended_ = false;     ///< no samples will follow
  bool given_up_ = false;  ///< what waits need not be written
  std::exception_ptr failure_;
  std::thread thread_;  ///< last: it uses all of them
};

}  // namespace langdu
