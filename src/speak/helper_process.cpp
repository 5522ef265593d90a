#include "speak/helper_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "text/error.h"

namespace langdu {
namespace {

/// How long the helper may take to end its children and itself, before it is killed.
constexpr int end_patience_ms = 1000;

[[noreturn]] void fail(std::string_view what) {
  throw Error(Fault::engine_failed, std::string(what) + ": " + std::strerror(errno));
}

/// The helper keeps nothing of main's but the socket: it must not hold an output pipe open, nor print, nor
/// take part in what Ctrl-C and a closed terminal mean to main. Returns the socket's new number.
int leave_main(pid_t main_process, int socket) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != main_process) _exit(1);
  prctl(PR_SET_NAME, "langdu-engine");
  for (const int number : {SIGINT, SIGHUP, SIGPIPE, SIGXFSZ}) signal(number, SIG_IGN);
  for (const int number : {SIGTERM, SIGCHLD}) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  constexpr int place = 3;
  const int moved = fcntl(socket, F_DUPFD, place);
  const int nowhere = open("/dev/null", O_RDWR);
  if (moved < 0 || nowhere < 0) _exit(1);
  for (int standard = 0; standard < place; ++standard) dup2(nowhere, standard);
  if (moved != place) dup2(moved, place);
  close_range(place + 1, ~0U, 0);
  return place;
}

}  // namespace

HelperProcess::HelperProcess(const HelperTask& task) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) fail("no socket for it");
  const pid_t main_process = getpid();
  pid_ = fork();
  if (pid_ == 0) run_helper(leave_main(main_process, ends[1]), task);
  close(ends[1]);
  socket_ = ends[0];
  if (pid_ < 0) {
    const int why = errno;
    close(socket_);
    errno = why;
    fail("no process for it");
  }
}

HelperProcess::~HelperProcess() {
  // The helper sees the end and takes its children with it. Closing alone would not do: a process that main
  // has forked since may hold this end too.
  shutdown(socket_, SHUT_WR);
  pollfd polled{socket_, 0, 0};  // the helper's end closes with the helper
  while (poll(&polled, 1, end_patience_ms) < 0 && errno == EINTR) {
  }
  if (polled.revents == 0) kill(pid_, SIGKILL);
  close(socket_);
  while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

HelperProcess::Sent HelperProcess::send(const Request& request) {
  const std::string bytes = pack(request);
  if (::send(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL) >= 0) return Sent::yes;
  return errno == EAGAIN || errno == ENOBUFS || errno == EINTR ? Sent::later : Sent::helper_gone;
}

HelperProcess::Received HelperProcess::receive(std::chrono::milliseconds timeout) {
  pollfd polled{socket_, POLLIN, 0};
  if (poll(&polled, 1, static_cast<int>(timeout.count())) <= 0) return {};
  Report report;
  ssize_t size = recv(socket_, &report, sizeof(report), MSG_DONTWAIT);
  // A helper that ends with requests unread resets the socket: that is told once, before its last reports.
  if (size < 0 && errno == ECONNRESET) size = recv(socket_, &report, sizeof(report), MSG_DONTWAIT);
  if (size == static_cast<ssize_t>(sizeof(report))) return {false, report};
  const bool nothing_yet = size < 0 && (errno == EAGAIN || errno == EINTR);
  return {!nothing_yet, {}};
}

}  // namespace langdu
