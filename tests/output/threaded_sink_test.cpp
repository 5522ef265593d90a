#include "output/threaded_sink.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <csignal>

#include "output/written.h"

using namespace langdu;

namespace {

/// Notes what is called, and fails where it is told to.
struct Log {
  std::vector<std::int16_t> samples;
  std::vector<std::string> calls;
  std::vector<std::pair<std::uint64_t, std::size_t>> cues;  ///< where they begin, and the samples before
  std::size_t fails_behind = SIZE_MAX;
  bool slow = false;
  std::atomic<bool> gone = false;
};

class Noting : public Sink {
 public:
  explicit Noting(Log& log) : log_(log) {}
  ~Noting() override { log_.gone = true; }
  void begin_cue(const Cue& cue) override { log_.cues.emplace_back(cue.begin, log_.samples.size()); }
  void write(std::span<const std::int16_t> samples) override {
    if (log_.slow) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    log_.samples.insert(log_.samples.end(), samples.begin(), samples.end());
    if (log_.samples.size() > log_.fails_behind) throw Error(Fault::disk_full, "x");
  }
  void finish(const Timeline&) override { log_.calls.emplace_back("finish"); }
  void commit() override { log_.calls.emplace_back("commit"); }

 private:
  Log& log_;
};

std::vector<std::int16_t> counting(std::size_t count, std::size_t from = 0) {
  std::vector<std::int16_t> samples(count);
  for (std::size_t i = 0; i < count; ++i) samples[i] = static_cast<std::int16_t>(from + i);
  return samples;
}

}  // namespace

TEST_CASE("all samples arrive in order before finish, of a slow sink too") {
  for (const bool slow : {false, true}) {
    Log log;
    log.slow = slow;
    ThreadedSink sink(std::make_unique<Noting>(log));
    constexpr std::size_t pieces = 300;
    constexpr std::size_t piece = 1777;
    for (std::size_t i = 0; i < pieces; ++i) sink.write(counting(piece, i * piece));
    sink.finish({});
    CHECK((log.samples == counting(pieces * piece)));
    sink.commit();
    CHECK(log.calls == std::vector<std::string>{"finish", "commit"});
  }
}

TEST_CASE("each cue arrives once, before the samples at which it begins") {
  Log log;
  log.slow = true;
  ThreadedSink sink(std::make_unique<Noting>(log));
  constexpr std::uint64_t count = 500;
  constexpr std::size_t piece = 777;
  for (std::uint64_t i = 0; i < count; ++i) {
    Cue cue;
    cue.begin = i * piece;
    sink.begin_cue(cue);
    sink.write(counting(piece));
  }
  sink.finish({});
  REQUIRE(log.cues.size() == count);
  for (std::uint64_t i = 0; i < count; ++i) {
    CHECK(log.cues[i].first == i * piece);
    CHECK(log.cues[i].second <= log.cues[i].first);
  }
}

TEST_CASE("a failure is thrown by a later write, and by each one from then on") {
  Log log;
  log.fails_behind = 10;
  ThreadedSink sink(std::make_unique<Noting>(log));
  const auto write_on = [&] {
    for (int i = 0; i < 1000; ++i) sink.write(counting(10000));
  };
  CHECK(fault_of(write_on) == Fault::disk_full);
  CHECK(fault_of(write_on) == Fault::disk_full);
  CHECK(fault_of([&] { sink.finish({}); }) == Fault::disk_full);
  CHECK(log.calls.empty());
}

TEST_CASE("a failure of the last samples is thrown by finish") {
  Log log;
  log.fails_behind = 10;
  ThreadedSink sink(std::make_unique<Noting>(log));
  sink.write(counting(11));
  CHECK(fault_of([&] { sink.finish({}); }) == Fault::disk_full);
  CHECK(log.calls.empty());
}

TEST_CASE("without samples it finishes; given up it ends its sink without finishing it") {
  Log log;
  {
    ThreadedSink sink(std::make_unique<Noting>(log));
    sink.finish({});
  }
  CHECK(log.calls == std::vector<std::string>{"finish"});
  Log given_up;
  given_up.slow = true;
  {
    ThreadedSink sink(std::make_unique<Noting>(given_up));
    for (int i = 0; i < 10; ++i) sink.write(counting(100000));
  }
  CHECK(given_up.gone);
  CHECK(given_up.calls.empty());
}

TEST_CASE("the caller's signals are as before: only the thread does not take them") {
  Log log;
  const ThreadedSink sink(std::make_unique<Noting>(log));
  sigset_t blocked;
  pthread_sigmask(SIG_SETMASK, nullptr, &blocked);
  CHECK(sigismember(&blocked, SIGINT) == 0);
}
