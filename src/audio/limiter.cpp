#include "audio/limiter.h"

#include <algorithm>
#include <cmath>

#include "audio/decibels.h"

namespace langdu {
namespace {

constexpr std::size_t hold =
    TruePeak::taps / 2;                   // samples around a peak that make it: they get the same gain
constexpr double ramp_seconds = 0.005;    // short enough to be masked by the peak, long enough not to click
constexpr double release_seconds = 0.08;  // about half a syllable: no pumping, no distortion of low voices

// 2^-12: a thousandth of a dB below one is one, so that the limiter comes to rest.
constexpr std::int64_t unheard = std::int64_t{1} << 18;

std::size_t samples_of(double seconds, int sample_rate) {
  return static_cast<std::size_t>(std::max(1.0, std::round(seconds * sample_rate)));
}

/// The nearest integer. Written so that a loop over it is vectorised: the sum is positive, so truncation
/// rounds down.
std::int16_t rounded(float sample) {
  return static_cast<std::int16_t>(static_cast<int>(sample + 32768.5F) - 32768);
}

void scale(std::span<const std::int16_t> in, float gain, float* out) {
  for (std::size_t i = 0; i < in.size(); ++i) out[i] = static_cast<float>(in[i]) * gain;
}

void round_all(const float* in, std::int16_t* out, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) out[i] = rounded(in[i]);
}

/// The largest magnitude; `count` is a multiple of 16. In 16 lanes, so that it is vectorised.
float largest(const float* samples, std::size_t count) {
  std::array<float, 16> lanes{};
  for (std::size_t i = 0; i < count; i += lanes.size()) {
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
      const float magnitude = std::abs(samples[i + lane]);
      lanes[lane] = lanes[lane] > magnitude ? lanes[lane] : magnitude;
    }
  }
  return *std::max_element(lanes.begin(), lanes.end());
}

}  // namespace

Limiter::Limiter(int sample_rate, double gain, double ceiling_db)
    : ceiling_(static_cast<float>(32768 * factor_of_db(ceiling_db))),
      ramp_(samples_of(ramp_seconds, sample_rate)),
      window_(ramp_ + 2 * hold),
      delay_(TruePeak::after + ramp_ - 1 + hold),
      release_(static_cast<std::int64_t>(static_cast<double>(one) /
                                         static_cast<double>(samples_of(release_seconds, sample_rate)))),
      gain_(static_cast<float>(gain)),
      samples_(delay_ + TruePeak::taps + block),
      skip_(delay_),
      reductions_(window_ + 1),
      ramp_values_(ramp_, one),
      ramp_sum_(one * static_cast<std::int64_t>(ramp_)),
      at_rest_(ramp_) {}

void Limiter::process(std::span<const std::int16_t> in, std::vector<std::int16_t>& out) {
  taken_ += in.size();
  while (!in.empty()) {
    const std::size_t count = std::min(in.size(), block - filled_);
    scale(in.first(count), gain_, samples_.data() + samples_.size() - block + filled_);
    filled_ += count;
    in = in.subspan(count);
    if (filled_ == block) run_block(out);
  }
}

void Limiter::flush(std::vector<std::int16_t>& out) {
  while (given_ < taken_) {
    std::fill(samples_.end() - static_cast<std::ptrdiff_t>(block - filled_), samples_.end(), 0.0F);
    run_block(out);
  }
}

/// Works on a full block: what leaves stands delay_ samples before what came.
void Limiter::run_block(std::vector<std::int16_t>& out) {
  const bool over = detect();
  const float* const from = samples_.data() + samples_.size() - block - delay_;
  const std::size_t skip = std::min(skip_, block);
  const std::size_t count = static_cast<std::size_t>(std::min<std::uint64_t>(block - skip, taken_ - given_));
  out.resize(out.size() + count);
  std::int16_t* const to = out.data() + out.size() - count;
  if (!over && reduction_count_ == 0 && at_rest_ >= ramp_) {
    position_ += block;
    round_all(from + skip, to, count);
  } else {
    smooth();
    for (std::size_t i = 0; i < count; ++i) {
      to[i] = rounded(std::clamp(from[skip + i] * applied_[skip + i], -ceiling_, ceiling_));
    }
  }
  skip_ -= skip;
  given_ += count;
  filled_ = 0;
  std::copy(samples_.begin() + static_cast<std::ptrdiff_t>(block), samples_.end(), samples_.begin());
}

/// Fills needed_ for the samples whose surroundings are known by now; they stand TruePeak::after before the
/// block. False when the block needs no reduction.
bool Limiter::detect() {
  const float* const first = samples_.data() + samples_.size() - block - TruePeak::after;
  std::array<float, chunk> between{};
  bool over = false;
  for (std::size_t at = 0; at < block; at += chunk) {
    const float* const samples = first + at;
    const float highest = largest(samples - TruePeak::taps / 2, chunk + TruePeak::taps);
    std::int64_t* const needed = needed_.data() + at;
    if (highest * true_peak_.bound() <= ceiling_) {
      last_between_ = 0;  // no value between these samples can matter
      std::fill_n(needed, chunk, one);
      continue;
    }
    true_peak_.between(samples, between.data(), chunk);
    for (std::size_t i = 0; i < chunk; ++i) {
      const float peak = std::max({std::abs(samples[i]), between[i], last_between_});
      last_between_ = between[i];
      over = over || peak > ceiling_;
      needed[i] =
          peak > ceiling_ ? static_cast<std::int64_t>(ceiling_ / peak * static_cast<float>(one)) : one;
    }
  }
  return over;
}

/// From the gain each sample needs to the one it gets: held, released slowly, and ramped. A peak's gain stays
/// in the window from its detection to hold samples behind it, and the mean of ramp_ values below a limit is
/// below it too.
void Limiter::smooth() {
  const double scale = 1.0 / (static_cast<double>(one) * static_cast<double>(ramp_));
  for (std::size_t i = 0; i < block; ++i) {
    const std::int64_t allowed = lowest_in_window(needed_[i]);
    const std::int64_t rising = released_ + (((one - released_) * release_) >> 30) + 1;
    released_ = std::min(allowed, one - rising < unheard ? one : rising);
    at_rest_ = released_ == one ? at_rest_ + 1 : 0;
    ramp_sum_ += released_ - ramp_values_[ramp_next_];
    ramp_values_[ramp_next_] = released_;
    ramp_next_ = ramp_next_ + 1 == ramp_ ? 0 : ramp_next_ + 1;
    applied_[i] = static_cast<float>(static_cast<double>(ramp_sum_) * scale);
  }
}

/// Adds the next gain and returns the lowest of the last window_. The queue keeps only gains below one, and
/// of these only such as no later one undercuts.
std::int64_t Limiter::lowest_in_window(std::int64_t gain) {
  const std::size_t size = reductions_.size();
  if (reduction_count_ > 0 && reductions_[first_reduction_].position + window_ <= position_) {
    first_reduction_ = (first_reduction_ + 1) % size;
    --reduction_count_;
  }
  if (gain < one) {
    while (reduction_count_ > 0 &&
           reductions_[(first_reduction_ + reduction_count_ - 1) % size].gain >= gain) {
      --reduction_count_;
    }
    reductions_[(first_reduction_ + reduction_count_) % size] = {position_, gain};
    ++reduction_count_;
  }
  ++position_;
  return reduction_count_ == 0 ? one : reductions_[first_reduction_].gain;
}

}  // namespace langdu
