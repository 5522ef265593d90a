#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

#include "speak/speaker.h"
#include "speak/voices.h"

namespace langdu {

inline constexpr int espeak_sample_rate = 22050;  ///< Hz, of every voice without MBROLA

/// Every segment ends with exactly this much silence (5 ms): what the engine leaves there is 110 to 2050
/// samples, by rate and last sound, and is cut to this. A pause of exact length counts it in.
inline constexpr std::size_t segment_tail = 110;

/// Every segment is faded in over this much (1 ms): a vowel starts with a step of up to 614 of 32767 in the
/// engine's own voices and 1118 in voice variants, which clicks after a pause.
inline constexpr std::size_t segment_rise = 22;

/// eSpeak NG with a voice at a rate in syllables a minute. Throws Error(out_of_range).
Speaker espeak_speaker(const Voice& voice, int syllables_per_minute);

/// The length of `samples` when its silent end is cut to segment_tail. Silence is |sample| <= 2.
std::size_t trimmed_size(std::span<const std::int16_t> samples);

void fade_in(std::span<std::int16_t> samples);

}  // namespace langdu
