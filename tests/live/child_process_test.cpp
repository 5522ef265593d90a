#include "live/child_process.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <stdexcept>
#include <thread>

#include "live/shared_memory.h"

using namespace langdu;
using std::chrono::milliseconds;

namespace {

bool exists(pid_t process) { return ::kill(process, 0) == 0; }

bool gone_within(pid_t process, milliseconds limit) {
  const auto end = std::chrono::steady_clock::now() + limit;
  while (exists(process) && std::chrono::steady_clock::now() < end)
    std::this_thread::sleep_for(milliseconds(1));
  return !exists(process);
}

}  // namespace

TEST_CASE("a child's ending is told in words") {
  ChildProcess fine([] {}, false);
  CHECK(fine.wait(milliseconds(2000)));
  CHECK(fine.ending() == "exit status 0");
  ChildProcess thrown([] { throw std::runtime_error("no"); }, false);
  CHECK(thrown.wait(milliseconds(2000)));
  CHECK(thrown.ending() == "exit status 1");
  ChildProcess killed([] { ::raise(SIGKILL); }, false);
  CHECK(killed.wait(milliseconds(2000)));
  CHECK(killed.ending() == "signal 9 (Killed)");
  CHECK(!killed.running());
}

TEST_CASE("a child that hangs is killed with its object, and leaves no zombie") {
  pid_t process = 0;
  {
    ChildProcess child(
        [] {
          while (true) ::pause();
        },
        false);
    process = child.pid();
    CHECK(!child.wait(milliseconds(20)));
    CHECK(exists(process));
  }
  CHECK(!exists(process));
}

TEST_CASE("a child outlives Ctrl-C and the other signals of a process group") {
  const SharedMemory<std::atomic<bool>> ready;
  ChildProcess child(
      [&] {
        *ready = true;
        while (true) ::pause();
      },
      false);
  while (!*ready) std::this_thread::sleep_for(milliseconds(1));
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::kill(child.pid(), signal);
  CHECK(!child.wait(milliseconds(50)));
}

TEST_CASE("a child dies with its parent") {
  const SharedMemory<std::atomic<pid_t>> grandchild;
  {
    ChildProcess child(
        [&] {
          const ChildProcess inner(
              [] {
                while (true) ::pause();
              },
              false);
          *grandchild = inner.pid();
          while (true) ::pause();
        },
        false);
    while (*grandchild == 0) std::this_thread::sleep_for(milliseconds(1));
    child.kill();
  }
  const bool gone = gone_within(*grandchild, milliseconds(2000));
  CHECK(gone);
  if (!gone) ::kill(*grandchild, SIGKILL);
}

TEST_CASE("a child keeps no file of its parent's open, so that pipes end when they should") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  ChildProcess child(
      [] {
        while (true) ::pause();
      },
      false);
  std::this_thread::sleep_for(milliseconds(50));
  ::close(ends[1]);
  ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
  char byte = 0;
  CHECK(::read(ends[0], &byte, 1) == 0);  // the end of the file; -1 if somebody still had the writing end
  ::close(ends[0]);
}

TEST_CASE("a child that somebody else reaped counts as ended") {
  ChildProcess child([] {}, false);
  int status = 0;
  CHECK(::waitpid(child.pid(), &status, 0) == child.pid());
  CHECK(!child.running());
  CHECK(child.wait(milliseconds(1)));
}
