#pragma once
#include <cstdint>
#include <functional>
#include <span>

#include "plan/plan.h"

namespace langdu {

/// The sound of one segment. The spans are valid during the call only.
struct SpokenSegment {
  std::uint32_t utterance = 0;                 ///< index in plan.utterances
  std::uint32_t segment = 0;                   ///< index in its segments
  std::span<const std::int16_t> samples;       ///< mono at sample_rate(), without a pause at the end
  std::span<const std::uint32_t> word_begins;  ///< one a word: its first sample, counted from samples[0]
};

/// Called in the order of the plan, in the thread that called speak(). It may throw, which ends the speaking.
using Deliver = std::function<void(const SpokenSegment&)>;

/// Turns segments into samples. Tests have one of their own; the real one is ForkingSynth.
class Synth {
 public:
  virtual ~Synth() = default;
  virtual int sample_rate() const = 0;  ///< Hz

  /// Speaks the utterances [range.begin, range.end) of `plan` and delivers every one of their segments.
  /// Throws Error(lost_word | worker_died | worker_hung | engine_failed | interrupted).
  virtual void speak(const Plan& plan, Span range, const Deliver& deliver) = 0;
};

}  // namespace langdu
