#pragma once
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>

namespace langdu {

/// Whole units of `per_second` before a frame: 1000 for milliseconds, 75 for the frames of a CUE sheet.
inline std::uint64_t units_at(std::uint64_t frame, int sample_rate, std::uint64_t per_second) {
  return sample_rate <= 0 ? 0 : frame * per_second / static_cast<std::uint64_t>(sample_rate);
}

/// The nearest millisecond, as tags count; captions must not begin late, and use units_at().
inline std::uint64_t nearest_ms(std::uint64_t frame, int sample_rate) {
  const auto rate = static_cast<std::uint64_t>(std::max(sample_rate, 1));
  return (frame * 1000 + rate / 2) / rate;
}

/// "01:02:03.456", with `point` before the milliseconds.
inline std::string clock_time(std::uint64_t ms, char point) {
  return fmt::format("{:02}:{:02}:{:02}{}{:03}", ms / 3600000, ms / 60000 % 60, ms / 1000 % 60, point,
                     ms % 1000);
}

}  // namespace langdu
