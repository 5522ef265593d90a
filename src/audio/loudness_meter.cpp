#include "audio/loudness_meter.h"

#include <cmath>
#include <new>

namespace langdu {

// With a histogram in steps of 0.1 LU in place of a list of all that was measured, which grows without end.
LoudnessMeter::LoudnessMeter(int sample_rate)
    : state_(
          ebur128_init(1, static_cast<unsigned long>(sample_rate), EBUR128_MODE_I | EBUR128_MODE_HISTOGRAM)) {
  if (!state_) throw std::bad_alloc();  // the only way to fail for one channel at a usual rate
}

void LoudnessMeter::add(std::span<const std::int16_t> samples) {
  if (ebur128_add_frames_short(state_.get(), samples.data(), samples.size()) != EBUR128_SUCCESS)
    throw std::bad_alloc();
}

std::optional<double> LoudnessMeter::lufs() const {
  double lufs = 0;
  if (ebur128_loudness_global(state_.get(), &lufs) != EBUR128_SUCCESS || !std::isfinite(lufs))
    return std::nullopt;
  return lufs;
}

}  // namespace langdu
