#pragma once
#include <memory>
#include <vector>

#include "speak/synth.h"

struct SpeexResamplerState_;

namespace langdu {

/// Another synth's speech at another sample rate. Everything behind it, pauses, limiter and timeline, works
/// at that rate.
///
/// Each segment is converted by itself, as if silence stood around it, so a segment's sound still depends on
/// nothing else. Its length is the nearest whole number of samples; words begin at the nearest sample.
class ResamplingSynth : public Synth {
 public:
  /// Throws Error(engine_failed) for a rate that cannot be made.
  ResamplingSynth(std::unique_ptr<Synth> synth, int sample_rate);

  int sample_rate() const override { return sample_rate_; }
  void speak(const Plan& plan, Span range, const Deliver& deliver) override;

 private:
  struct Delete {
    void operator()(SpeexResamplerState_* state) const;
  };

  std::uint64_t scaled(std::uint64_t frames) const;
  void resample(std::span<const std::int16_t> samples);

  std::unique_ptr<Synth> synth_;
  const int sample_rate_;
  std::unique_ptr<SpeexResamplerState_, Delete> state_;
  std::vector<std::int16_t> samples_;  ///< of the segment, at the new rate
  std::vector<std::uint32_t> word_begins_;
};

}  // namespace langdu
