#pragma once
#include <chrono>
#include <cstddef>

#include "speak/slots.h"
#include "speak/speaker.h"

namespace langdu {

/// What the helper process is given; all of it is in memory before the fork.
struct HelperTask {
  const Speaker& speaker;
  const Slots& slots;
  std::size_t jobs;                   ///< children at a time
  std::chrono::milliseconds timeout;  ///< for one job
};

/// The life of the helper process: starts the engine, takes requests from `socket`, forks a child for each
/// and reports how it ended. Ends when the other end of the socket closes, with all its children.
[[noreturn]] void run_helper(int socket, const HelperTask& task);

}  // namespace langdu
