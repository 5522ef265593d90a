#include "audio/compressor.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "audio/decibels.h"

namespace langdu {
Compressor::Compressor(int sample_rate, double gain)
    : step_(static_cast<std::size_t>(std::max(1.0, std::round(step_seconds * sample_rate)))),
      release_(std::exp(-step_seconds / release_seconds)),
      in_scale_(gain * gain / (32768.0 * 32768.0)),
      out_scale_(gain * factor_of_db(-headroom_db)),
      first_gain_(gain_at(0)),
      second_gain_(first_gain_) {
  waiting_.reserve(2 * step_);
}

/// The factor for a level, which is a power.
double Compressor::gain_at(double power) const {
  const double lowest = std::pow(10, threshold_db / 10);
  const double over_db = 10 * std::log10(std::max(power, lowest)) - unchanged_db;
  return factor_of_db(-over_db * (1 - 1 / ratio));
}

void Compressor::process(std::span<const std::int16_t> in, std::vector<std::int16_t>& out) {
  while (!in.empty()) {
    const std::size_t wanted = started_ ? 2 * step_ : step_;
    const std::size_t count = std::min(in.size(), wanted - waiting_.size());
    waiting_.insert(waiting_.end(), in.begin(), in.begin() + static_cast<std::ptrdiff_t>(count));
    in = in.subspan(count);
    if (waiting_.size() == wanted) run_step(out);
  }
}

void Compressor::flush(std::vector<std::int16_t>& out) {
  while (waiting_.size() > padding_) {
    const std::size_t wanted = started_ ? 2 * step_ : step_;
    padding_ += wanted - waiting_.size();
    waiting_.resize(wanted, 0);
    run_step(out);
  }
}

/// The last step in waiting_ is complete: what it needs decides where the gain of the step before it ends.
void Compressor::run_step(std::vector<std::int16_t>& out) {
  double sum = 0;
  for (std::size_t i = waiting_.size() - step_; i < waiting_.size(); ++i)
    sum += static_cast<double>(waiting_[i]) * waiting_[i];
  power_ = std::max(sum / static_cast<double>(step_) * in_scale_, power_ * release_);
  const double next = gain_at(power_);
  if (!started_) {
    started_ = true;
    first_gain_ = second_gain_ = next;
    return;
  }
  // The lower of both ends, so that the gain is down when the louder step begins.
  const double end = std::min(second_gain_, next);
  const double slope = (end - first_gain_) / static_cast<double>(step_);
  const std::size_t real = waiting_.size() - padding_;
  for (std::size_t i = 0; i < std::min(step_, real); ++i) {
    const double gain = (first_gain_ + slope * static_cast<double>(i + 1)) * out_scale_;
    out.push_back(static_cast<std::int16_t>(std::clamp(std::round(waiting_[i] * gain), -32768.0, 32767.0)));
  }
  first_gain_ = end;
  second_gain_ = next;
  waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(step_));
  padding_ = std::min(padding_, waiting_.size());
}

}  // namespace langdu
