#include "live/device_process.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <thread>

#include "live/portaudio.h"

namespace langdu {
namespace {

/// How often this process looks whether there is something to do: far below a latency, far above nothing.
constexpr std::chrono::milliseconds step(10);

void fail(PlaybackState& state, Fault fault, std::string_view subject, std::string_view reason) {
  state.fault = fault;
  set_text(state.subject, subject);
  set_text(state.reason, reason);
  // Unless the callback has come to its end in the meantime: an end is an end.
  Stage stage = state.stage.load();
  while (stage < Stage::completed && !state.stage.compare_exchange_weak(stage, Stage::failed)) {
  }
}

/// The device to play on, or nothing after fail().
const Device* find_device(PlaybackState& state, const PortAudio& portaudio,
                          const std::vector<Device>& devices, const std::string& wanted) {
  if (portaudio.status() != paNoError) {
    fail(state, Fault::no_sound_card, error_text(portaudio.status()), "");
  } else if (devices.empty()) {
    fail(state, Fault::no_sound_card, "PortAudio finds none", "");
  } else if (const DeviceChoice choice = choose_device(devices, wanted); choice.device) {
    return choice.device;
  } else {
    fail(state, Fault::unknown_device, wanted, choice.problem);
  }
  return nullptr;
}

/// Waits until a latency's worth of samples is there, so that the device does not begin with a gap.
/// False when there is nothing to play.
bool wait_for_samples(PlaybackState& state, const DeviceSettings& settings, double latency) {
  const auto enough = static_cast<std::size_t>(latency * settings.sample_rate);
  while (state.ring.size() < std::min(enough, state.ring.capacity() / 2)) {
    if (state.stop) return false;
    if (state.end_of_input) return state.ring.size() > 0;
    std::this_thread::sleep_for(step);
  }
  return true;
}

/// While it plays, nothing of what the audio libraries say is new: a device that was unplugged makes them say
/// the same a hundred thousand times a second.
void silence_stderr() {
  const int null = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (null >= 0) ::dup2(null, STDERR_FILENO);
}

void play(PlaybackState& state, const DeviceSettings& settings, const Device& device, OutputStream& stream) {
  Playout playout(state, settings.sample_rate, stream.format());
  state.stage = Stage::ready;
  if (!wait_for_samples(state, settings, stream.format().latency)) {
    state.stage = state.stop ? Stage::stopped : Stage::completed;
    return;
  }
  silence_stderr();
  state.stage = Stage::playing;
  const PaError error = stream.start(playout);
  if (error != paNoError) fail(state, Fault::device_failed, device.name, error_text(error));
  while (state.stage == Stage::playing && stream.active()) std::this_thread::sleep_for(step);
  // PortAudio calls a lost server a success. Only the callback knows whether all was played.
  fail(state, Fault::device_failed, device.name, "it stopped before the end");
  stream.close();
}

}  // namespace

void run_device_process(PlaybackState& state, const DeviceSettings& settings) {
  const PortAudio portaudio;
  if (state.stop) return;
  const std::vector<Device> devices = portaudio.devices();
  const Device* device = find_device(state, portaudio, devices, settings.device);
  if (!device) return;
  set_text(state.device, device->name);
  state.stage = Stage::opening;
  OutputStream stream;
  if (const PaError error = stream.open(*device, settings.sample_rate, settings.latency); error != paNoError)
    return fail(state, Fault::device_failed, device->name, "it takes no format (" + error_text(error) + ")");
  state.rate = static_cast<std::uint32_t>(stream.format().rate);
  play(state, settings, *device, stream);
}

std::string looking_died(const std::string& ending) {
  return fmt::format(
      "PortAudio died looking for one: {}; ALSA's configuration may be missing, or have no device 'default'",
      ending);
}

std::string looking_hung() {
  // JACK's library keeps a database there; a program that was killed at the wrong moment leaves it locked for
  // all.
  const std::string database = fmt::format("/dev/shm/jack_db-{}", ::geteuid());
  const bool suspect = ::access(database.c_str(), F_OK) == 0;
  return fmt::format("PortAudio did not answer within {} s{}", start_limit.count(),
                     suspect ? "; remove " + database + " while no JACK program runs" : "");
}

}  // namespace langdu
