#pragma once
#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "audio/sink.h"

namespace langdu {

/// Keeps what it gets, to compare with what a file holds.
class Memory : public Sink {
 public:
  void begin_cue(const Cue& cue) override { cues.emplace_back(cue.begin, all.size()); }
  void write(std::span<const std::int16_t> samples) override {
    longest = std::max(longest, samples.size());
    all.insert(all.end(), samples.begin(), samples.end());
  }
  void finish(const Timeline&) override {}
  void commit() override {}
  std::vector<std::int16_t> all;
  std::size_t longest = 0;  ///< samples of one call
  std::vector<std::pair<std::uint64_t, std::size_t>>
      cues;  ///< where they begin, and how much had come before
};

}  // namespace langdu
