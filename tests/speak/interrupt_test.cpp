#include "speak/interrupt.h"

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <chrono>
#include <csignal>

#include "speak/fake_speaker.h"
#include "speak/forking_synth.h"
#include "speak/spoken_plan.h"
#include "text/error.h"

using namespace langdu;

namespace {

/// In a process of its own, because the flag stays set: exits with 0 when speak() throws `interrupted` soon.
[[noreturn]] void be_interrupted(Trace& trace, const Speaker& speaker) {
  catch_interrupts();
  SynthSettings settings;
  settings.jobs = 2;
  ForkingSynth synth(settings, speaker, 22050);
  try {
    synth.speak(long_plan(10), {0, 10}, [](const SpokenSegment&) {});
  } catch (const Error& error) {
    const bool gone = synth.helper_pid() == -1 && kill(trace.pids[1], 0) != 0;
    _exit(error.fault() == Fault::interrupted ? (gone ? 0 : 2) : 3);
  }
  _exit(4);
}

}  // namespace

TEST_CASE("an interrupt ends the wait for a hanging child within half a second and leaves no process") {
  const SharedTrace trace;
  const Speaker hanging = fake_speaker(*trace, [](int, std::span<const EngineText>, JobSound&) {
    while (true) pause();
  });
  const pid_t program = fork();
  REQUIRE(program >= 0);
  if (program == 0) be_interrupted(*trace, hanging);
  for (int i = 0; i < 5000 && trace->children < 2; ++i) usleep(1000);
  const auto begin = std::chrono::steady_clock::now();
  kill(program, SIGINT);
  int status = 0;
  waitpid(program, &status, 0);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::milliseconds(500));
}

TEST_CASE("without a signal nothing is thrown") {
  throw_if_interrupted();
  CHECK(interrupt_count() == 0);
}
