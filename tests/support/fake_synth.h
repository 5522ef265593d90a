#pragma once
#include <cstdint>
#include <optional>

#include "speak/synth.h"

namespace langdu {

/// A Synth without engine or processes: the same plan always gives the same samples, each known beforehand.
/// A word lasts samples_per_syllable for each of its syllables; a Latin word counts as one syllable.
class FakeSynth : public Synth {
 public:
  struct Settings {
    int sample_rate = 22050;
    std::uint32_t samples_per_syllable = 2000;
    std::int16_t amplitude = 8000;
    std::optional<std::uint32_t> dies_at = {};  ///< throws Error(worker_died) in place of this utterance
  };

  FakeSynth() = default;
  explicit FakeSynth(const Settings& settings) : settings_(settings) {}

  int sample_rate() const override { return settings_.sample_rate; }
  void speak(const Plan& plan, Span range, const Deliver& deliver) override;

  /// How many samples a segment has.
  std::uint32_t length(const Segment& segment) const;

  /// The sample `at` of a segment: a triangle wave that begins at 0 and whose period tells the segments
  /// apart.
  std::int16_t sample(std::uint32_t utterance, std::uint32_t segment, std::uint32_t at) const;

 private:
  Settings settings_;
};

}  // namespace langdu
