#pragma once
#include <ebur128.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace langdu {

/// Integrated loudness of a mono signal as EBU R 128 defines it, by libebur128. Memory is constant.
class LoudnessMeter {
 public:
  explicit LoudnessMeter(int sample_rate);
  void add(std::span<const std::int16_t> samples);

  /// In LUFS; nothing when no 400 ms of it are louder than -70.
  std::optional<double> lufs() const;

 private:
  struct Destroy {
    void operator()(ebur128_state* state) const { ebur128_destroy(&state); }
  };
  std::unique_ptr<ebur128_state, Destroy> state_;
};

}  // namespace langdu
