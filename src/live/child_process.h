#pragma once
#include <sys/types.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace langdu {

/// Runs a function in a child process, for code that may spin, hang or abort. The child dies with its parent,
/// ignores SIGINT, SIGTERM and SIGHUP (the parent decides), and has no files open but /dev/null as its
/// standard streams.
///
/// Only a program with a single thread may make one: the child goes on with the parent's heap.
class ChildProcess {
 public:
  /// `keep_stderr` leaves standard error open: what the audio libraries say is seen.
  /// Throws Error(device_failed) when the system has no process left.
  ChildProcess(const std::function<void()>& body, bool keep_stderr);
  /// Kills the child if it still runs, and reaps it.
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  pid_t pid() const { return pid_; }
  bool running();
  /// Waits, at most so long, for the child to end by itself. Returns whether it has.
  bool wait(std::chrono::milliseconds limit);
  /// Ends the child at once. Waits at most a second: a process inside a broken driver may not be gone even
  /// then.
  void kill();
  /// How it ended, for a person: "exit status 1", "signal 6 (Aborted)". Only when it is not running.
  std::string ending() const;

 private:
  pid_t pid_ = -1;
  std::optional<int> status_;  ///< of waitpid; set once reaped
};

}  // namespace langdu
