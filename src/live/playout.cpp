#include "live/playout.h"

#include <algorithm>

namespace langdu {
namespace {

/// Short enough to be at once, long enough not to click: two periods of a deep voice.
constexpr double fade_seconds = 0.03;

/// What is inside the device when the callback ends is thrown away, so the last sample must have left it by
/// then. The device holds at most twice what it tells as its latency: ALSA's is the buffer less one of its
/// two or more periods.
constexpr double silence_latencies = 2;

std::uint64_t frames(double seconds, int rate) { return static_cast<std::uint64_t>(seconds * rate); }

}  // namespace

Playout::Playout(PlaybackState& state, int source_rate, const DeviceFormat& format)
    : state_(state),
      source_rate_(source_rate),
      format_(format),
      fade_frames_(frames(fade_seconds, format.rate)),
      fade_left_(fade_frames_),
      silence_left_(frames(silence_latencies * format.latency, format.rate)) {
  if (format.rate != source_rate) converter_.emplace(source_rate, format.rate);
}

Playout::Next Playout::fill(std::span<std::int16_t> output, double delay) {
  state_.heartbeat.fetch_add(1, std::memory_order_relaxed);
  note_position(delay);
  const auto channels = static_cast<std::size_t>(format_.channels);
  while (!output.empty()) {
    const auto mono = std::span(mono_).first(std::min(mono_.size(), output.size() / channels));
    const std::size_t sounding = next_mono(mono);
    std::fill(mono.begin() + static_cast<std::ptrdiff_t>(sounding), mono.end(), std::int16_t{0});
    for (std::size_t i = 0; i < mono.size(); ++i)
      std::fill_n(output.begin() + static_cast<std::ptrdiff_t>(i * channels), channels, mono[i]);
    output = output.subspan(mono.size() * channels);
  }
  if (phase_ != Phase::silent || silence_left_ > 0) return Next::more;
  const bool stopped = state_.stop.load(std::memory_order_relaxed);
  if (!stopped) state_.played.store(state_.ring.total_read(), std::memory_order_relaxed);
  state_.stage.store(stopped ? Stage::stopped : Stage::completed, std::memory_order_release);
  return Next::complete;
}

/// Fills the front of `mono` with sound and returns how much; what is behind it is silence.
std::size_t Playout::next_mono(std::span<std::int16_t> mono) {
  if (phase_ == Phase::sounding && state_.stop.load(std::memory_order_relaxed)) phase_ = Phase::fading;
  std::size_t sounding = 0;
  if (phase_ != Phase::silent) {
    // Read before the ring is: what was written before the flag was set is in the ring for sure.
    const bool last = state_.end_of_input.load(std::memory_order_acquire);
    sounding = pull(mono, last);
    if (sounding < mono.size() && last) phase_ = Phase::silent;
    if (phase_ == Phase::sounding) state_.gaps.fetch_add(mono.size() - sounding, std::memory_order_relaxed);
    if (phase_ == Phase::fading) fade(mono.first(sounding));
    if (phase_ == Phase::fading) fade_left_ -= std::min<std::uint64_t>(fade_left_, mono.size());
    if (phase_ == Phase::fading && fade_left_ == 0) phase_ = Phase::silent;
  }
  if (phase_ == Phase::silent)
    silence_left_ -= std::min<std::uint64_t>(silence_left_, mono.size() - sounding);
  return sounding;
}

/// Samples of the device's rate from the ring; fewer than asked for when the ring is empty.
std::size_t Playout::pull(std::span<std::int16_t> mono, bool last) {
  if (!converter_) return state_.ring.read(mono);
  std::size_t made = 0;
  while (true) {
    made += converter_->convert(mono.subspan(made), last && state_.ring.size() == 0);
    if (made == mono.size()) return made;
    const std::size_t fed = state_.ring.read(converter_->input());
    if (fed == 0) return made;
    converter_->feed(fed);
  }
}

void Playout::fade(std::span<std::int16_t> mono) {
  std::uint64_t left = fade_left_;
  for (std::int16_t& sample : mono) {
    sample = static_cast<std::int16_t>(sample * static_cast<std::int64_t>(left) /
                                       static_cast<std::int64_t>(fade_frames_));
    if (left > 0) --left;
  }
}

void Playout::note_position(double delay) {
  const std::uint64_t taken = state_.ring.total_read();
  const std::uint64_t heard = taken - std::min(taken, frames(delay, source_rate_));
  // Never backwards: a device's idea of its delay jitters.
  if (heard > state_.played.load(std::memory_order_relaxed))
    state_.played.store(heard, std::memory_order_relaxed);
}

}  // namespace langdu
