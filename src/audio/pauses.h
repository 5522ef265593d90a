#pragma once
#include <cstdint>
#include <map>
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

/// The length of a silence at `rate` syllables a minute; the table is made for usual_rate. Silence scales
/// with the length of a syllable, so that the rhythm stays the same, but between 0.4 and 2 times only: fast
/// speech needs a gap at the sentence to be followed at all (the engine's own shrinks to 25 ms), slow speech
/// no holes.
std::uint64_t silence_frames(int milliseconds, int rate, int sample_rate);

/// The same for a silence that the writer has measured: it is as long at any rate.
std::uint64_t exact_frames(std::uint32_t milliseconds, int sample_rate);

/// What a user has set: milliseconds at usual_rate by kind, in place of the table's.
using PauseLengths = std::map<Pause, int>;
inline constexpr int longest_pause = 60'000;  ///< milliseconds

/// Reads "paragraph=0.9", a name of the table and seconds, into `lengths`; any kind but those that no mark of
/// the text makes. Throws Error(wrong_use), which lists the names.
void set_pause(PauseLengths& lengths, std::string_view text);

/// The pause of that kind, in frames.
std::uint64_t pause_frames(Pause pause, const PauseLengths& lengths, int rate, int sample_rate);

}  // namespace langdu
