#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "plan/plan.h"

namespace langdu {

/// One row a kind of pause.
struct PauseRow {
  Pause pause;
  std::string_view name;
  int milliseconds;  ///< of silence at the default rate
  std::string_view reason;
};

/// Every kind, in the order of Pause.
std::span<const PauseRow> pause_table();

/// The silence behind the last utterance: a player that closes its device as soon as the data ends would
/// otherwise cut the last syllable.
constexpr int closing_silence_ms = 300;

/// The length of a silence at `rate` syllables a minute; the table is made for usual_rate. Silence scales with the length of a syllable, so
/// that the rhythm stays the same, but between 0.4 and 2 times only: fast speech needs a gap at the sentence
/// to be followed at all (the engine's own shrinks to 25 ms), slow speech no holes.
std::uint64_t silence_frames(int milliseconds, int rate, int sample_rate);

/// The same for a silence that the writer has measured: it is as long at any rate.
std::uint64_t exact_frames(std::uint32_t milliseconds, int sample_rate);

/// The pause of that kind, in frames.
std::uint64_t pause_frames(Pause pause, int rate, int sample_rate);

}  // namespace langdu
