#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

#include "audio/timeline.h"
#include "plan/plan.h"

namespace langdu {

/// The bytes of a WAV file around its samples.

/// The smallest header, and the smallest that can say more than 4 GiB (RF64: EBU Tech 3306).
constexpr std::size_t short_wav_header = 44;
constexpr std::size_t long_wav_header = 80;

/// A header for mono 16-bit samples, of exactly `header_bytes`: short_wav_header, or long_wav_header and
/// more. It is RIFF, or RF64 when the file is too large for that and the header long enough; a short one then
/// has the lengths of an open end.
std::string wav_header(std::size_t header_bytes, int sample_rate, std::uint64_t data_bytes,
                       std::uint64_t tail_bytes);

/// A short header for samples whose number is not known: all lengths are 0xFFFFFFFF.
std::string open_wav_header(int sample_rate);

/// The chunks behind the samples: the chapters as cue points with labels, and the tags.
/// Readers stop at 2,500 cues: see choose_chapters().
std::string wav_tail(const Plan& plan, const Timeline& timeline);

}  // namespace langdu
