#include "support/run.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace {

using Clock = std::chrono::steady_clock;

struct Pipe {
  int read = -1;
  int write = -1;
  Pipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe2 failed");
    read = ends[0];
    write = ends[1];
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    shut(read);
    shut(write);
  }
  static void shut(int& end) {
    if (end >= 0) close(end);
    end = -1;
  }
};

/// In the child, between fork and exec. It may allocate: the test programs have one thread when they fork.
[[noreturn]] void become(const std::vector<std::string>& command, const RunOptions& options, int in, int out,
                         int err) {
  setpgid(0, 0);
  for (const int number : {SIGPIPE, SIGINT, SIGTERM, SIGHUP}) signal(number, SIG_DFL);
  if (!options.output_file.empty()) {
    out = open(options.output_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (out < 0) _exit(127);
  }
  dup2(in, STDIN_FILENO);
  dup2(out, STDOUT_FILENO);
  dup2(err, STDERR_FILENO);
  if (!options.directory.empty() && chdir(options.directory.c_str()) != 0) _exit(127);
  for (const auto& [name, value] : options.environment) setenv(name.c_str(), value.c_str(), 1);
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  execvp(arguments[0], arguments.data());
  _exit(127);
}

/// Reads what is there; false at the end.
bool drain(int fd, std::string& into) {
  std::array<char, 65536> buffer;
  const ssize_t got = read(fd, buffer.data(), buffer.size());
  if (got > 0) into.append(buffer.data(), static_cast<std::size_t>(got));
  return got > 0 || (got < 0 && (errno == EAGAIN || errno == EINTR));
}

/// Writes the next bytes; false when all is written or the reader is gone.
bool feed(int fd, const std::string& input, std::size_t& fed) {
  if (fed == input.size()) return false;
  const ssize_t put = write(fd, input.data() + fed, input.size() - fed);
  if (put > 0) fed += static_cast<std::size_t>(put);
  return put >= 0 ? fed < input.size() : (errno == EAGAIN || errno == EINTR);
}

Clock::duration duration(double seconds) {
  return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

/// Feeds and drains the pipes until both outputs have ended. False when the time is over.
bool exchange(pid_t child, Pipe& in, Pipe& out, Pipe& err, const RunOptions& options, Clock::time_point start,
              RunResult& result) {
  const auto deadline = start + duration(options.timeout_seconds);
  const auto signal_at = start + duration(options.signal_after_seconds);
  int signal_left = options.signal;
  fcntl(in.write, F_SETFL, O_NONBLOCK);
  std::size_t fed = 0;
  if (options.input.empty()) Pipe::shut(in.write);
  while (out.read >= 0 || err.read >= 0) {
    const auto now = Clock::now();
    if (signal_left != 0 && now >= signal_at) kill(-child, std::exchange(signal_left, 0));
    if (now >= deadline) return false;
    const auto until = signal_left != 0 ? std::min(deadline, signal_at) : deadline;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - now).count() + 1;
    std::array<pollfd, 3> fds{pollfd{in.write, POLLOUT, 0}, pollfd{out.read, POLLIN, 0},
                              pollfd{err.read, POLLIN, 0}};
    if (poll(fds.data(), fds.size(), static_cast<int>(left)) < 0 && errno != EINTR) return false;
    if (fds[0].revents != 0 && !feed(in.write, options.input, fed)) Pipe::shut(in.write);
    if (fds[1].revents != 0 && !drain(out.read, result.out)) Pipe::shut(out.read);
    if (fds[2].revents != 0 && !drain(err.read, result.err)) Pipe::shut(err.read);
    if (result.out.size() >= options.close_output_after) Pipe::shut(out.read);
  }
  return true;
}

/// Waits for the child, at most until the deadline; then kills its group.
void reap(pid_t child, Clock::time_point deadline, RunResult& result) {
  int status = 0;
  rusage usage{};
  while (wait4(child, &status, result.timed_out ? 0 : WNOHANG, &usage) == 0) {
    if (Clock::now() >= deadline) {
      result.timed_out = true;
      kill(-child, SIGKILL);
    } else {
      usleep(500);
    }
  }
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
  };
  result.cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  result.peak_kilobytes = usage.ru_maxrss;
}

}  // namespace

RunResult run(const std::vector<std::string>& command, const RunOptions& options) {
  RunResult result;
  Pipe in;
  Pipe out;
  Pipe err;
  const auto start = Clock::now();
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child == 0) become(command, options, in.read, out.write, err.write);
  setpgid(child, child);  // in both, so that it holds whoever comes first
  Pipe::shut(in.read);
  Pipe::shut(out.write);
  Pipe::shut(err.write);
  struct sigaction ignore = {};
  ignore.sa_handler = SIG_IGN;
  struct sigaction before = {};
  sigaction(SIGPIPE, &ignore, &before);
  if (!exchange(child, in, out, err, options, start, result)) {
    result.timed_out = true;
    kill(-child, SIGKILL);
  }
  sigaction(SIGPIPE, &before, nullptr);
  reap(child, start + duration(options.timeout_seconds), result);
  result.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  return result;
}

bool have_program(const std::string& program) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (access((std::filesystem::path(folder) / program).c_str(), X_OK) == 0) return true;
  }
  return false;
}
