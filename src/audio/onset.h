#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace langdu {

/// Where the sound in `samples` begins, and a player that jumps to it: the first audible sample and 10 ms
/// before it, as far as there are. Nothing when all is silent.
std::optional<std::size_t> find_onset(std::span<const std::int16_t> samples, int sample_rate);

}  // namespace langdu
