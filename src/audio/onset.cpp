#include "audio/onset.h"

#include <algorithm>
#include <cstdlib>

namespace langdu {

std::optional<std::size_t> find_onset(std::span<const std::int16_t> samples, int sample_rate) {
  constexpr int audible = 100;  // -50 dB of full scale; the engine's speech begins 20 dB above
  const auto first =
      std::find_if(samples.begin(), samples.end(), [](int sample) { return std::abs(sample) > audible; });
  if (first == samples.end()) return std::nullopt;
  const auto silent = static_cast<std::size_t>(first - samples.begin());
  return silent - std::min(silent, static_cast<std::size_t>(sample_rate / 100));
}

}  // namespace langdu
