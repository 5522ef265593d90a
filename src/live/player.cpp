#include "live/player.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "live/device_process.h"
#include "speak/interrupt.h"
#include "text/error.h"

namespace langdu {
namespace {

using std::chrono::milliseconds;

/// A wait's length: short beside the ring's 3 s and the device's latency, and 50 looks a second cost nothing.
constexpr milliseconds step(20);
/// A playing device that does not ask for samples for so long is dead. Latencies are at most 1 s in five
/// parts.
constexpr milliseconds heartbeat_limit(1000);
/// Before its first callback a device may have to wake up.
constexpr milliseconds first_beat_limit(5000);
/// For fading out, or for closing the device after everything was heard.
constexpr milliseconds stop_limit(1000);

/// How long the heartbeat may stand still in this stage; nothing where no heartbeat is due.
milliseconds limit_in(Stage stage, std::uint64_t beats) {
  switch (stage) {
    case Stage::looking:
    case Stage::opening:
      return start_limit;
    case Stage::playing:
      return beats == 0 ? first_beat_limit : heartbeat_limit;
    default:
      return std::chrono::hours(24 * 365);  // never
  }
}

DeviceSettings settings_of(int sample_rate, const PlayerOptions& options) {
  return {options.device, sample_rate, std::clamp(options.latency, 0.02, 1.0)};
}

std::string device_or(const PlaybackState& state, Stage stage) {
  return stage >= Stage::opening ? state.device : "sound";
}

}  // namespace

PlayerSink::PlayerSink(int sample_rate, const PlayerOptions& options)
    : child_([&] { run_device_process(*state_, settings_of(sample_rate, options)); }, options.keep_stderr) {}

PlayerSink::~PlayerSink() {
  // Whatever the stage, the process is asked first. Killed while PortAudio looks for devices or closes them,
  // it can leave a lock of JACK's database behind (in /dev/shm), on which every later Pa_Initialize of any
  // program hangs.
  state_->stop = true;
  const auto end = std::chrono::steady_clock::now() + stop_limit;
  while (child_.running() && interrupt_count() < 2 && std::chrono::steady_clock::now() < end)
    std::this_thread::sleep_for(step / 4);
}  // child_'s destructor kills what still runs

void PlayerSink::write(std::span<const std::int16_t> samples) {
  while (true) {
    throw_if_interrupted();
    check();
    samples = samples.subspan(state_->ring.write(samples));
    if (samples.empty()) return;
    std::this_thread::sleep_for(step);
  }
}

void PlayerSink::finish(const Timeline&) {
  state_->end_of_input.store(true, std::memory_order_release);
  while (state_->stage != Stage::completed) {
    throw_if_interrupted();
    check();
    std::this_thread::sleep_for(step / 4);
  }
}

/// Throws when the device process has failed, is gone, or hangs.
void PlayerSink::check() {
  const bool running = child_.running();  // before the stage is read: the last stage comes before the end
  const Stage stage = state_->stage;
  if (stage == Stage::failed) throw Error(state_->fault, state_->subject, state_->reason);
  if (!running && stage != Stage::completed) fail_without_word();
  const std::uint64_t beats = state_->heartbeat;
  const auto limit = limit_in(stage, beats);
  // A stage is a sign of life, too.
  const auto silence =
      watch_.silence(beats + static_cast<std::uint64_t>(stage), std::chrono::steady_clock::now());
  if (silence > limit) fail_hung(limit);
}

/// The process is gone and has not said why.
void PlayerSink::fail_without_word() {
  const Stage stage = state_->stage;
  if (stage == Stage::looking) throw Error(Fault::no_sound_card, looking_died(child_.ending()));
  throw Error(Fault::device_failed, device_or(*state_, stage), "its process died: " + child_.ending());
}

void PlayerSink::fail_hung(milliseconds limit) {
  const Stage stage = state_->stage;
  child_.kill();
  if (stage == Stage::looking) throw Error(Fault::no_sound_card, looking_hung());
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(limit).count();
  throw Error(Fault::device_failed, device_or(*state_, stage),
              fmt::format("it has not moved for {} s; is it still connected?", seconds));
}

}  // namespace langdu
