#pragma once
#include <atomic>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "live/sample_ring.h"
#include "text/error.h"

namespace langdu {

/// How far the device process has come. It only goes down this list; the last three are ends.
enum class Stage : std::uint32_t {
  looking,    ///< asks PortAudio for the devices
  opening,    ///< opens the chosen one
  ready,      ///< waits for the first samples
  playing,    ///< the callback runs and the heartbeat goes on
  completed,  ///< the end of input and the silence behind it have been handed to the device: all was heard
  stopped,    ///< faded out because the main program asked for it
  failed,     ///< `fault` and its texts say why
};

/// What the main program and the device process share. All zero but for the texts' ends at the start.
struct PlaybackState {
  /// 3 s at 22,050 Hz: more than synthesis ever takes for a sentence, and enough for a test card at 20 times
  /// the pace.
  SampleRing<std::size_t{1} << 16> ring;

  // Written by the main program.
  std::atomic<bool> end_of_input{false};  ///< set after the last sample is in the ring
  std::atomic<bool> stop{false};          ///< fade out now, whatever is in the ring

  // Written by the device process.
  std::atomic<Stage> stage{Stage::looking};
  std::atomic<std::uint64_t> heartbeat{0};  ///< one more for each callback
  std::atomic<std::uint64_t> played{0};  ///< samples of the ring that have been heard: written minus latency
  std::atomic<std::uint64_t> gaps{
      0};  ///< frames of silence put in (at the device's rate): the ring was empty

  // Written by the device process before the stage that announces them; valid from then on.
  char device[256] = {};   ///< the chosen device's name, from Stage::opening on
  std::uint32_t rate = 0;  ///< Hz that the device runs at, from Stage::ready on
  Fault fault{};           ///< with subject and reason, in Stage::failed
  char subject[256] = {};  ///< {0} of the fault's sentence
  char reason[4096] = {};  ///< {1} of the fault's sentence
};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<Stage>::is_always_lock_free);
static_assert(std::is_trivially_destructible_v<PlaybackState>);

/// Copies as much of `text` as fits, with its end.
template <std::size_t size>
void set_text(char (&field)[size], std::string_view text) {
  field[text.copy(field, size - 1)] = '\0';
}

}  // namespace langdu
