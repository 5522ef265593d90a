#include "audio/resampling_synth.h"

#include <speex/speex_resampler.h>

#include <algorithm>
#include <array>
#include <string>

#include "text/error.h"

namespace langdu {
namespace {

/// Of 0 to 10: what it should not pass is 80 dB down. 8, at 100 dB, takes twice the time, more than the
/// speech.
constexpr int quality = 5;

}  // namespace

void ResamplingSynth::Delete::operator()(SpeexResamplerState_* state) const {
  speex_resampler_destroy(state);
}

ResamplingSynth::ResamplingSynth(std::unique_ptr<Synth> synth, int sample_rate)
    : synth_(std::move(synth)), sample_rate_(sample_rate) {
  int failure = RESAMPLER_ERR_SUCCESS;
  state_.reset(speex_resampler_init(1, static_cast<unsigned>(synth_->sample_rate()),
                                    static_cast<unsigned>(sample_rate), quality, &failure));
  if (failure != RESAMPLER_ERR_SUCCESS)
    throw Error(Fault::engine_failed, std::string(speex_resampler_strerror(failure)));
}

void ResamplingSynth::speak(const Plan& plan, Span range, const Deliver& deliver) {
  synth_->speak(plan, range, [&](const SpokenSegment& spoken) {
    resample(spoken.samples);
    word_begins_.clear();
    for (const std::uint32_t begin : spoken.word_begins)
      word_begins_.push_back(
          static_cast<std::uint32_t>(std::min(scaled(begin), std::uint64_t{samples_.size()})));
    SpokenSegment converted = spoken;
    converted.samples = samples_;
    converted.word_begins = word_begins_;
    deliver(converted);
  });
}

/// To the nearest.
std::uint64_t ResamplingSynth::scaled(std::uint64_t frames) const {
  const auto from = static_cast<std::uint64_t>(synth_->sample_rate());
  return (frames * static_cast<std::uint64_t>(sample_rate_) + from / 2) / from;
}

void ResamplingSynth::resample(std::span<const std::int16_t> samples) {
  static constexpr std::array<std::int16_t, 1024> silence{};
  speex_resampler_reset_mem(state_.get());
  speex_resampler_skip_zeros(state_.get());  // its delay
  samples_.resize(static_cast<std::size_t>(scaled(samples.size())));
  std::span<std::int16_t> room = samples_;
  while (!room.empty()) {
    const std::span<const std::int16_t> next = samples.empty() ? silence : samples;
    auto taken = static_cast<spx_uint32_t>(next.size());
    auto made = static_cast<spx_uint32_t>(room.size());
    speex_resampler_process_int(state_.get(), 0, next.data(), &taken, room.data(), &made);
    samples = samples.subspan(std::min<std::size_t>(taken, samples.size()));
    room = room.subspan(made);
  }
}

}  // namespace langdu
