#include "speak/helper.h"

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
#include <string>
#include <vector>

#include "speak/awake_clock.h"
#include "speak/messages.h"

namespace langdu {
namespace {

constexpr int status_of_exception = 3;

struct Child {
  pid_t pid;
  int life;  ///< a pipe whose other end is in the child alone: it hangs up when the child ends
  std::uint32_t id;
  AwakeClock::Time deadline;
};

class Helper {
 public:
  Helper(int socket, const HelperTask& task) : socket_(socket), task_(task), buffer_(longest_request, '\0') {}

  void run() {
    if (!start()) return;
    while (wait()) {
      if (polled_[0].revents & (POLLHUP | POLLRDHUP)) break;
      if (polled_[0].revents & POLLIN) take_request();
      reap();
    }
    for (const Child& child : children_) {
      kill(child.pid, SIGKILL);
      waitpid(child.pid, nullptr, 0);
    }
  }

 private:
  bool start() {
    std::string reason;
    try {
      reason = task_.speaker.start();
    } catch (...) {
      reason = "unknown error";
    }
    if (reason.empty()) return true;
    Report report;
    report.kind = Report::Kind::failed_start;
    reason.copy(report.reason.data(), report.reason.size() - 1);
    send_report(report);
    return false;
  }

  /// Until a request or the end of a child, or for one step of the clock. No request is taken while all
  /// children are at work: the socket is the queue.
  bool wait() {
    const bool has_room = children_.size() < task_.jobs;
    polled_.assign(1, {socket_, static_cast<short>(POLLRDHUP | (has_room ? POLLIN : 0)), 0});
    for (const Child& child : children_) polled_.push_back({child.life, 0, 0});
    auto patience = AwakeClock::step;
    const auto now = clock_.now();
    for (const Child& child : children_)
      patience = std::clamp(child.deadline - now, AwakeClock::Time(0), patience);
    const int count = poll(polled_.data(), polled_.size(), static_cast<int>(patience.count()));
    if (count < 0) {
      for (pollfd& entry : polled_) entry.revents = 0;
    }
    return count >= 0 || errno == EINTR;
  }

  void take_request() {
    const ssize_t size = recv(socket_, buffer_.data(), buffer_.size(), MSG_DONTWAIT);
    if (size <= 0) return;
    const Request request = unpack(std::string_view(buffer_).substr(0, static_cast<std::size_t>(size)));
    const pid_t helper = getpid();
    std::array<int, 2> life{-1, -1};
    const pid_t pid = pipe2(life.data(), O_CLOEXEC) == 0 ? fork() : -1;
    const int why = errno;
    if (pid == 0) run_child(helper, request);
    if (life[1] >= 0) close(life[1]);
    if (pid < 0) {
      if (life[0] >= 0) close(life[0]);
      send_report({Report::Kind::no_child, request.id, why, {}});
      return;
    }
    children_.push_back({pid, life[0], request.id, clock_.now() + task_.timeout});
    polled_.push_back({life[0], 0, 0});
  }

  [[noreturn]] void run_child(pid_t helper, const Request& request) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != helper) _exit(status_of_exception);
    close(socket_);  // or main would not see the helper's end before this child's
    try {
      JobSound sound(task_.slots.slot(request.slot));
      task_.speaker.speak(request.texts, sound);
    } catch (...) {
      _exit(status_of_exception);
    }
    _exit(0);
  }

  /// Reports the children that have ended and ends those that hang.
  void reap() {
    const auto now = clock_.now();
    std::vector<Child> left;
    for (std::size_t i = 0; i < children_.size(); ++i) {
      const Child& child = children_[i];
      const bool ended = polled_[i + 1].revents != 0;
      const bool hung = !ended && now >= child.deadline;
      if (!ended && !hung) {
        left.push_back(child);
        continue;
      }
      if (hung) kill(child.pid, SIGKILL);
      int status = 0;
      waitpid(child.pid, &status, 0);  // short: the child hangs up while it ends
      close(child.life);
      Report report{Report::Kind::hung, child.id, 0, {}};
      if (!hung) {
        report.kind = WIFSIGNALED(status)        ? Report::Kind::killed
                      : WEXITSTATUS(status) != 0 ? Report::Kind::exited
                                                 : Report::Kind::done;
        report.detail = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
      }
      send_report(report);
    }
    children_ = std::move(left);
  }

  /// Main reads at its leisure; the socket holds far more reports than it has requests under way.
  void send_report(const Report& report) const { send(socket_, &report, sizeof(report), MSG_NOSIGNAL); }

  int socket_;
  const HelperTask& task_;
  std::string buffer_;
  std::vector<Child> children_;
  std::vector<pollfd> polled_;  ///< the socket, then one a child
  AwakeClock clock_;
};

}  // namespace

void run_helper(int socket, const HelperTask& task) {
  Helper(socket, task).run();
  _exit(0);
}

}  // namespace langdu
