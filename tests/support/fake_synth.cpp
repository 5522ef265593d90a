#include "support/fake_synth.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "text/error.h"

namespace langdu {
namespace {

std::uint32_t syllables_of(const Word& word) {
  return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(word.syllables.size()));
}

}  // namespace

std::uint32_t FakeSynth::length(const Segment& segment) const {
  std::uint32_t syllables = 0;
  for (const Word& word : segment.words) syllables += syllables_of(word);
  return syllables * settings_.samples_per_syllable;
}

std::int16_t FakeSynth::sample(std::uint32_t utterance, std::uint32_t segment, std::uint32_t at) const {
  const std::uint32_t quarter = 20 + (utterance * 7 + segment * 3) % 31;  // 160 to 280 Hz
  const std::uint32_t phase = at % (4 * quarter);
  // 0 up to +quarter, down to -quarter, and back to 0
  const int height = phase <= quarter       ? static_cast<int>(phase)
                     : phase <= 3 * quarter ? static_cast<int>(2 * quarter) - static_cast<int>(phase)
                                            : static_cast<int>(phase) - static_cast<int>(4 * quarter);
  return static_cast<std::int16_t>(height * settings_.amplitude / static_cast<int>(quarter));
}

void FakeSynth::speak(const Plan& plan, Span range, const Deliver& deliver) {
  std::vector<std::int16_t> samples;
  std::vector<std::uint32_t> begins;
  for (std::uint32_t u = range.begin; u < range.end; ++u) {
    const Utterance& utterance = plan.utterances.at(u);
    if (settings_.dies_at == u) {
      throw Error(Fault::worker_died, std::string_view("fake:1"), std::string_view("fake"), utterance.shown);
    }
    for (std::uint32_t s = 0; s < utterance.segments.size(); ++s) {
      const Segment& segment = utterance.segments[s];
      samples.resize(length(segment));
      for (std::uint32_t at = 0; at < samples.size(); ++at) samples[at] = sample(u, s, at);
      begins.clear();
      std::uint32_t begin = 0;
      for (const Word& word : segment.words) {
        begins.push_back(begin);
        begin += syllables_of(word) * settings_.samples_per_syllable;
      }
      deliver({u, s, samples, begins});
    }
  }
}

}  // namespace langdu
