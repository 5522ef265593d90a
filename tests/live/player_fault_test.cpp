// What goes wrong with devices: each ends in one clear sentence, in bounded time, with no process left.
#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "live/devices.h"
#include "live/shared_memory.h"
#include "player_rig.h"

using namespace langdu;

namespace {

/// `error` is of this fault, and its message has these words.
bool says(const std::optional<Error>& error, Fault fault, const std::string& words) {
  if (!error) return false;
  const std::string message = error->what();
  INFO(message);
  CHECK(error->fault() == fault);
  CHECK(message.find(words) != std::string::npos);
  CHECK(message.find('\n') == std::string::npos);
  return error->fault() == fault && message.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a card that is unplugged is an error within two seconds, and nothing spins on") {
  const VirtualCards cards({CardSettings{.fault = "gone", .at = 20000}});
  const auto samples = noise(10);
  const Played result = play(samples);
  CHECK(
      says(result.error, Fault::device_failed, "default: the sound device failed: it has not moved for 1 s"));
  CHECK(result.seconds < 20000 / 22050.0 + 2);
  CHECK(nothing_left(result.process));
  CHECK(cards.captured().size() == 20000);
  CHECK(compare_sound(cards.captured(), samples).matched == 20000 - 6890);
  // Where the next device would go on: nothing twice, and not more than a latency's silence in between.
  CHECK(result.played <= 20000 - 6890 + 1378);
  CHECK(result.played + 5000 > 20000 - 6890);
  MESSAGE("unplugged after 0.907 s: error after " << result.seconds << " s, played " << result.played
                                                  << ", heard " << 20000 - 6890 << ", CPU "
                                                  << result.cpu_seconds);
}

TEST_CASE("a card that stalls is an error within two seconds") {
  const VirtualCards cards({CardSettings{.fault = "stall", .at = 20000}});
  const Played result = play(noise(10));
  CHECK(says(result.error, Fault::device_failed, "it has not moved for 1 s"));
  CHECK(result.seconds < 20000 / 22050.0 + 2);
  CHECK(nothing_left(result.process));
  MESSAGE("stalled after 0.907 s: error after " << result.seconds << " s, played " << result.played
                                                << ", CPU " << result.cpu_seconds);
}

TEST_CASE("a card of which every call fails is an error within two seconds") {
  const VirtualCards cards({CardSettings{.fault = "lost", .at = 20000}});
  const Played result = play(noise(2));
  CHECK(says(result.error, Fault::device_failed, "it has not moved for 1 s"));
  CHECK(result.seconds < 20000 / 22050.0 + 2);
  CHECK(nothing_left(result.process));
}

TEST_CASE("a card that stalls in the silence behind the end does not hang the end") {
  const VirtualCards cards({CardSettings{.fault = "stall", .at = 6890 + 22050 + 100}});
  const Played result = play(noise(1));
  CHECK(says(result.error, Fault::device_failed, "it has not moved for 1 s"));
  CHECK(result.seconds < 4);
  CHECK(nothing_left(result.process));
}

TEST_CASE("a card that never starts is an error") {
  const VirtualCards cards({CardSettings{.fault = "stall", .at = 0}});
  const Played result = play(noise(10));
  CHECK(says(result.error, Fault::device_failed, "it has not moved for 5 s"));
  CHECK(result.seconds < 7);
  CHECK(nothing_left(result.process));
}

TEST_CASE("a card whose buffer runs empty goes on, and loses nothing") {
  const VirtualCards cards({CardSettings{.fault = "xrun", .at = 20000}});
  const auto samples = noise(2);
  const Played result = play(samples);
  CHECK(!result.error);
  CHECK(cards.event("xrun"));
  const SoundComparison sound = compare_sound(cards.captured(), samples);
  CHECK(sound.exact);
  CHECK(sound.inserted >= 6890);  // PortAudio begins again with a buffer of silence
  MESSAGE("silence put in after the xrun: " << sound.inserted);
}

TEST_CASE("a card that takes no format is an error that names it") {
  const VirtualCards cards({{.name = "hall"}, {.name = "broken", .refuse = true}});
  const Played result = play(noise(10), {.device = "broken"});
  CHECK(says(result.error, Fault::device_failed, "broken: the sound device failed: it takes no format"));
  CHECK(result.seconds < 2);
  CHECK(nothing_left(result.process));
}

TEST_CASE("a device that is not there, or is several, is wrong use that lists the candidates") {
  const VirtualCards cards({{.name = "hall"}, {.name = "hallway"}});
  CHECK(says(play(noise(10), {.device = "balcony"}).error, Fault::unknown_device,
             "balcony: names no device that can play; there are 0 'hall', 1 'hallway', 2 'default'; see"));
  CHECK(says(play(noise(10), {.device = "hal"}).error, Fault::unknown_device,
             "hal: names several devices (0 'hall', 1 'hallway'); give the number of one"));
  CHECK(says(play(noise(10), {.device = "17"}).error, Fault::unknown_device, "17: names no device"));
}

TEST_CASE("without a sound card the error comes at once, and says what else to do") {
  const VirtualCards none({}, false);
  const Played result = play(noise(10));
  CHECK(says(result.error, Fault::no_sound_card, "write a file with 'langdu render'"));
  CHECK(result.seconds < 2);
  CHECK(nothing_left(result.process));
  CHECK_THROWS_AS(list_devices(), Error);
}

TEST_CASE("PortAudio aborting while it looks for devices is an error of ours, not our end") {
  const VirtualCards cards({CardSettings{.name = "hall"}}, false);  // no "default": its ALSA part asserts
  const Played result = play(noise(10));
  CHECK(says(result.error, Fault::no_sound_card, "signal 6 (Aborted)"));
  CHECK(nothing_left(result.process));
  std::optional<Error> error;
  try {
    list_devices();
  } catch (const Error& thrown) {
    error = thrown;
  }
  CHECK(says(error, Fault::no_sound_card, "signal 6 (Aborted)"));
}

TEST_CASE("a sound system that never answers is an error after ten seconds") {
  const VirtualCards cards({CardSettings{.hang = true}});
  const SharedMemory<std::atomic<bool>> list_failed;
  ChildProcess at_the_same_time(
      [&] {
        try {
          list_devices();
        } catch (const Error& error) {
          *list_failed = says(error, Fault::no_sound_card, "PortAudio did not answer within 10 s");
        }
      },
      true);
  const Played result = play(noise(1));
  CHECK(says(result.error, Fault::no_sound_card, "PortAudio did not answer within 10 s"));
  CHECK(result.seconds < 13);
  CHECK(at_the_same_time.wait(std::chrono::milliseconds(3000)));
  CHECK(*list_failed);
}

TEST_CASE("a device process that is killed is an error that says so") {
  const VirtualCards cards({CardSettings{}});
  PlayerSink sink(22050, {});
  sink.write(noise(2));
  while (sink.played() == 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  ::kill(sink.process(), SIGKILL);
  std::optional<Error> error;
  try {
    sink.finish({});
  } catch (const Error& thrown) {
    error = thrown;
  }
  CHECK(says(error, Fault::device_failed, "its process died: signal 9 (Killed)"));
}

TEST_CASE("the devices are listed with their numbers, channels, rates and the default") {
  const VirtualCards cards(
      {{.name = "hall", .rate = 48000, .channels = 2}, {.name = "booth", .channels = 1}});
  const auto devices = list_devices();
  REQUIRE(devices.size() == 3);
  CHECK(devices[0].name == "hall");
  CHECK(devices[0].number == 0);
  CHECK(devices[0].host_api == "ALSA");
  CHECK(devices[0].channels == 2);
  CHECK(devices[0].default_rate == 48000);
  CHECK(!devices[0].is_default);
  CHECK(devices[1].name == "booth");
  CHECK(devices[1].channels == 1);
  CHECK(devices[2].name == "default");
  CHECK(devices[2].is_default);
  CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
}
