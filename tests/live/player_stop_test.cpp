// Ctrl-C and other early ends: a short fade, no click, no hanging.
#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "live/shared_memory.h"
#include "player_rig.h"
#include "speak/interrupt.h"

using namespace langdu;
using std::chrono::milliseconds;

namespace {

struct Interruption {
  Fault fault{};
  double noticed = 0;  ///< seconds of the steady clock: write() has thrown
  double sent = 0;     ///< the last signal
  double ended = 0;    ///< the player is destroyed
};

/// Plays a level tone in a process of its own, because interrupts stay set, and sends SIGINT to it at these
/// times.
Interruption interrupted_after(const std::vector<int>& signals_at_ms, double seconds) {
  const SharedMemory<Interruption> result;
  const SharedMemory<std::atomic<bool>> ready;
  ChildProcess program(
      [&] {
        std::signal(SIGINT, SIG_DFL);
        catch_interrupts();
        *ready = true;
        try {
          PlayerSink sink(22050, {});
          try {
            sink.write(std::vector<std::int16_t>(static_cast<std::size_t>(seconds * 22050), 20000));
            sink.finish({});
          } catch (const Error& error) {
            result->fault = error.fault();
            result->noticed = seconds_now();
          }
        } catch (...) {
        }
        result->ended = seconds_now();
      },
      true);
  for (int wait = 0; wait < 3000 && !ready->load(); ++wait) std::this_thread::sleep_for(milliseconds(1));
  double sent = 0;
  int at = 0;
  for (const int time : signals_at_ms) {
    std::this_thread::sleep_for(milliseconds(time - at));
    at = time;
    sent = seconds_now();
    ::kill(program.pid(), SIGINT);
  }
  CHECK(program.wait(milliseconds(3000)));
  CHECK(program.ending() == "exit status 0");
  Interruption interruption = *result;
  interruption.sent = sent;
  return interruption;
}

/// The sound went down to silence without a step that clicks: 30 ms are 661 samples.
bool faded_out(const std::vector<std::int16_t>& samples) {
  int step = 0;
  for (std::size_t i = 1; i < samples.size(); ++i) step = std::max(step, samples[i - 1] - samples[i]);
  return !samples.empty() && samples.back() == 0 && step <= 20000 / 600;
}

}  // namespace

TEST_CASE("an interrupt while writing fades the sound out and ends within a second") {
  const VirtualCards cards({CardSettings{}});
  const Interruption end = interrupted_after({800}, 20);
  CHECK(end.fault == Fault::interrupted);
  CHECK(end.noticed - end.sent < 0.1);
  CHECK(end.ended - end.sent < 1.2);
  const auto captured = cards.captured();
  CHECK(*std::max_element(captured.begin(), captured.end()) == 20000);
  CHECK(faded_out(captured));
  const auto silence =
      std::find_if(captured.rbegin(), captured.rend(), [](std::int16_t sample) { return sample != 0; });
  MESSAGE("SIGINT noticed after " << end.noticed - end.sent << " s, ended after " << end.ended - end.sent
                                  << " s, with " << silence - captured.rbegin() << " samples of silence");
}

TEST_CASE("an interrupt while the end is played is noticed, too") {
  const VirtualCards cards({CardSettings{}});
  const Interruption end = interrupted_after({800}, 2);  // fits the ring: finish() waits
  CHECK(end.fault == Fault::interrupted);
  CHECK(end.ended - end.sent < 1.2);
  CHECK(faded_out(cards.captured()));
}

TEST_CASE("an interrupt before the first sound ends at once") {
  const VirtualCards cards({CardSettings{}});
  const Interruption end = interrupted_after({20}, 20);
  CHECK(end.fault == Fault::interrupted);
  CHECK(end.ended - end.sent < 1.2);
}

TEST_CASE("a program that is stopped and continued goes on where it was") {
  const VirtualCards cards({CardSettings{}});
  const auto samples = noise(2);
  const SharedMemory<std::atomic<pid_t>> player;
  ChildProcess program(
      [&] {
        PlayerSink sink(22050, {});
        *player = sink.process();
        sink.write(samples);
        sink.finish({});
      },
      true);
  std::this_thread::sleep_for(milliseconds(1000));
  for (const pid_t process : {program.pid(), player->load()}) ::kill(process, SIGSTOP);  // as Ctrl-Z does
  std::this_thread::sleep_for(milliseconds(2500));
  for (const pid_t process : {program.pid(), player->load()}) ::kill(process, SIGCONT);
  CHECK(program.wait(milliseconds(4000)));
  CHECK(program.ending() == "exit status 0");
  const SoundComparison sound = compare_sound(cards.captured(), samples);
  CHECK(sound.exact);
  CHECK(sound.inserted >= 6890);  // the card ran empty meanwhile
}

TEST_CASE("a second interrupt does not wait for the fade") {
  const VirtualCards cards({CardSettings{}});
  const Interruption end = interrupted_after({800, 900}, 20);
  CHECK(end.fault == Fault::interrupted);
  CHECK(end.ended - end.sent < 0.15);
  MESSAGE("ended " << end.ended - end.sent << " s after the second");
}

TEST_CASE("a player that is given up is silent within a second, without a click") {
  const VirtualCards cards({CardSettings{}});
  pid_t process = 0;
  double start = 0;
  {
    PlayerSink sink(22050, {});
    process = sink.process();
    sink.write(std::vector<std::int16_t>(44100, 20000));
    std::this_thread::sleep_for(milliseconds(800));
    start = seconds_now();
  }
  CHECK(seconds_now() - start < 1.1);
  CHECK(nothing_left(process));
  CHECK(faded_out(cards.captured()));
}

TEST_CASE("giving up a player that hangs takes at most two seconds") {
  const VirtualCards cards({CardSettings{.fault = "stall", .at = 10000}});
  pid_t process = 0;
  double start = 0;
  {
    PlayerSink sink(22050, {});
    process = sink.process();
    sink.write(std::vector<std::int16_t>(44100, 20000));
    std::this_thread::sleep_for(milliseconds(700));
    start = seconds_now();
  }
  CHECK(seconds_now() - start < 2);
  CHECK(nothing_left(process));
}

TEST_CASE("giving up a player that has not begun takes no time") {
  const VirtualCards cards({CardSettings{}});
  const double start = seconds_now();
  for (int i = 0; i < 20; ++i) {
    const PlayerSink sink(22050, {});
    std::this_thread::sleep_for(milliseconds(i));
  }
  CHECK(seconds_now() - start < 10);  // waiting as for one that hangs would take twenty times two seconds
}
