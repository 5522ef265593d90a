#include "speak/interrupt.h"

#include <csignal>

#include <atomic>

#include "text/error.h"

namespace langdu {
namespace {

std::atomic<int> signals{0};  // lock-free, so a signal handler may touch it
static_assert(std::atomic<int>::is_always_lock_free);

void on_signal(int) { signals.fetch_add(1, std::memory_order_relaxed); }

}  // namespace

void catch_interrupts() {
  struct sigaction action = {};
  action.sa_handler = on_signal;  // without SA_RESTART, so that a waiting read or write comes back
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction former = {};
    sigaction(signal, nullptr, &former);
    if (former.sa_handler != SIG_IGN)
      sigaction(signal, &action, nullptr);  // nohup and background jobs ignore some
  }
}

int interrupt_count() { return signals.load(std::memory_order_relaxed); }

void throw_if_interrupted() {
  if (interrupt_count() > 0) throw Error(Fault::interrupted);
}

}  // namespace langdu
