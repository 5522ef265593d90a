#pragma once
#include <string>

#include "audio/sink.h"
#include "live/child_process.h"
#include "live/heartbeat.h"
#include "live/playback_state.h"
#include "live/shared_memory.h"

namespace langdu {

struct PlayerOptions {
  std::string device;        ///< exact name, number, or a part of the name; empty: the default device
  double latency = 0.25;     ///< seconds between the callback and the loudspeaker; 0.02 to 1
  bool keep_stderr = false;  ///< lets what the audio libraries say while opening the device through
};

/// Plays live. PortAudio runs in a process of its own, because it may abort, spin or hang; this object feeds
/// it through shared memory, watches its heartbeat and ends it. Everything here is for the main program's
/// only thread.
///
/// Faults of the device surface in the next write() or finish(): Error(no_sound_card | unknown_device |
/// device_failed).
class PlayerSink : public Sink {
 public:
  /// Starts the device process and returns at once, so that the device is opened while the first sentence is
  /// made. Throws Error(device_failed) when the system has no memory or process left.
  PlayerSink(int sample_rate, const PlayerOptions& options);
  /// Before the end of finish(): fades out and ends the process, within 1 s or at the second interrupt.
  ~PlayerSink() override;

  /// Waits while the ring is full: up to 3 s of sound run ahead of the device.
  void write(std::span<const std::int16_t> samples) override;
  /// Waits until the device has played the last sample.
  void finish(const Timeline& timeline) override;
  void commit() override {}

  /// Samples that have been heard, of those written. It can be off by what the device tells wrong of its
  /// latency.
  std::uint64_t played() const { return state_->played; }
  /// Frames of silence (at the device's rate) that were heard because no samples came in time.
  std::uint64_t gaps() const { return state_->gaps; }
  /// The device that plays; empty until it is found.
  std::string device() const { return state_->stage.load() >= Stage::opening ? state_->device : ""; }
  pid_t process() const { return child_.pid(); }

 private:
  void check();
  [[noreturn]] void fail_without_word();
  [[noreturn]] void fail_hung(std::chrono::milliseconds limit);

  SharedMemory<PlaybackState> state_;
  ChildProcess child_;  // after state_: it dies before the memory goes
  HeartbeatWatch watch_;
};

}  // namespace langdu
