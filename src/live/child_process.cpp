#include "live/child_process.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <csignal>
#include <cstring>
#include <thread>

#include "text/error.h"

namespace langdu {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// What a terminal or a service sends to the whole process group is for the parent to act on. A broken
/// connection to a sound server is an error like others.
void ignore_signals() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) std::signal(signal, SIG_IGN);
}

/// PortAudio's aborting is nothing but the child's end: no handler of the parent's runs, and no core file
/// stays.
void expect_abort() {
  std::signal(SIGABRT, SIG_DFL);
  const rlimit none = {};
  ::setrlimit(RLIMIT_CORE, &none);
}

/// Leaves nothing of the parent's open: a copy of a pipe's end here would hide from its reader that the
/// writer is gone.
void close_files(bool keep_stderr) {
  const int null = ::open("/dev/null", O_RDWR);
  for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (null >= 0 && !(file == STDERR_FILENO && keep_stderr)) ::dup2(null, file);
  ::close_range(STDERR_FILENO + 1, UINT_MAX, 0);
}

[[noreturn]] void run(const std::function<void()>& body, bool keep_stderr, pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(EXIT_FAILURE);  // it died before the line above
  ignore_signals();
  expect_abort();
  close_files(keep_stderr);
  try {
    body();
  } catch (...) {
    ::_exit(EXIT_FAILURE);
  }
  ::_exit(EXIT_SUCCESS);  // not exit(): the parent's buffers and atexit functions are not ours
}

}  // namespace

ChildProcess::ChildProcess(const std::function<void()>& body, bool keep_stderr) {
  const pid_t parent = ::getpid();
  pid_ = ::fork();
  if (pid_ < 0) throw Error(Fault::device_failed, "the device process", std::strerror(errno));
  if (pid_ == 0) run(body, keep_stderr, parent);
}

ChildProcess::~ChildProcess() { kill(); }

bool ChildProcess::running() {
  if (status_) return false;
  int status = 0;
  const pid_t ended = ::waitpid(pid_, &status, WNOHANG);
  if (ended == pid_) status_ = status;
  // ECHILD: somebody else reaped it, or SIGCHLD is ignored. How it ended is unknown then.
  if (ended < 0 && errno != EINTR) status_ = 0;
  return !status_;
}

bool ChildProcess::wait(milliseconds limit) {
  const auto end = Clock::now() + limit;
  while (running()) {
    if (Clock::now() >= end) return false;
    std::this_thread::sleep_for(milliseconds(1));
  }
  return true;
}

void ChildProcess::kill() {
  if (!running()) return;
  ::kill(pid_, SIGKILL);
  wait(milliseconds(1000));
}

std::string ChildProcess::ending() const {
  const int status = status_.value_or(0);
  if (WIFSIGNALED(status))
    return fmt::format("signal {} ({})", WTERMSIG(status), ::strsignal(WTERMSIG(status)));
  return fmt::format("exit status {}", WEXITSTATUS(status));
}

}  // namespace langdu
