#pragma once

namespace langdu {

/// Rates in syllables a minute of running text, with the engine's own pauses in it.
inline constexpr int slowest_rate = 97;
inline constexpr int usual_rate = 216;
inline constexpr int fastest_rate = 673;

/// The engine's own number for a rate, 80 to 449. Throws Error(out_of_range).
int engine_rate(int syllables_per_minute);

}  // namespace langdu
