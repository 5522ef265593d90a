#include <opus/opus.h>
#include <speex/speex_resampler.h>

#include <algorithm>
#include <array>
#include <vector>

#include "output/formats.h"
#include "output/ogg_file.h"
#include "output/vorbis_comments.h"

namespace langdu {
namespace {

/// Opus knows 8, 12, 16, 24 and 48 kHz: this one holds all that a voice of 22,050 Hz has.
constexpr int opus_rate = 24000;
constexpr int granule_rate = 48000;  // RFC 7845: positions count so at any rate
constexpr int granules_per_sample = granule_rate / opus_rate;
constexpr int frame = opus_rate / 50;  // samples: 20 ms

/// Opus's transform coder alone, which its restricted-delay mode means, takes a fifth of the time of the
/// speech coder and sounds as well from 32 kbit/s on. Complexity 0 to 10: 1,087 s of speech take 1.1 s at 0,
/// 1.7 at 2 and 3.5 at 5.
constexpr int usual_bit_rate = 32000;
constexpr int complexity = 2;
constexpr std::size_t longest_packet = 1275;  // RFC 6716

/// Of 0 to 10. Above the pass band, which ends at 9.9 kHz, speech has next to nothing.
constexpr int resampling_quality = 4;

struct Delete {
  void operator()(OpusEncoder* encoder) const { opus_encoder_destroy(encoder); }
  void operator()(SpeexResamplerState* resampler) const { speex_resampler_destroy(resampler); }
};

template <typename Number>
void put(std::string& bytes, Number number) {
  for (std::size_t i = 0; i < sizeof(Number); ++i) bytes.push_back(static_cast<char>(number >> (8 * i)));
}

class OpusFile : public Sink {
 public:
  OpusFile(const std::filesystem::path& path, const Plan& plan, const OutputOptions& options)
      : plan_(plan), sample_rate_(options.sample_rate), ogg_(path) {
    int failure = OPUS_OK;
    const bool small = options.bit_rate > 0 && options.bit_rate < usual_bit_rate;
    encoder_.reset(opus_encoder_create(
        opus_rate, 1, small ? OPUS_APPLICATION_VOIP : OPUS_APPLICATION_RESTRICTED_LOWDELAY, &failure));
    if (failure != OPUS_OK) fail(opus_strerror(failure));
    opus_encoder_ctl(encoder_.get(),
                     OPUS_SET_BITRATE(options.bit_rate > 0 ? options.bit_rate : usual_bit_rate));
    opus_encoder_ctl(encoder_.get(), OPUS_SET_COMPLEXITY(complexity));
    opus_encoder_ctl(encoder_.get(), OPUS_SET_SIGNAL(OPUS_SIGNAL_VOICE));
    opus_encoder_ctl(encoder_.get(), OPUS_GET_LOOKAHEAD(&delay_));
    resampler_.reset(speex_resampler_init(1, static_cast<unsigned>(sample_rate_), opus_rate,
                                          resampling_quality, &failure));
    if (failure != RESAMPLER_ERR_SUCCESS) fail(speex_resampler_strerror(failure));
    speex_resampler_skip_zeros(resampler_.get());  // its delay
    ogg_.write_headers(headers({}));
  }

  void write(std::span<const std::int16_t> samples) override {
    frames_ += samples.size();
    resample(samples);
    encode(false);
  }

  void finish(const Timeline& timeline) override {
    const auto rate = static_cast<std::uint64_t>(sample_rate_);
    const std::uint64_t length = (frames_ * granule_rate + rate / 2) / rate;
    end_ = static_cast<std::int64_t>(length) + preskip();
    // What the encoder's delay holds back has to be pushed out, so there is always a packet left to write.
    const std::int64_t total = (end_ + granules_per_sample - 1) / granules_per_sample;
    while (encoded_ + static_cast<std::int64_t>(waiting_.size()) < total)
      resample(std::array<std::int16_t, 256>{});
    waiting_.resize(static_cast<std::size_t>(total - encoded_));
    waiting_.resize((waiting_.size() + frame - 1) / frame * frame);
    encode(true);
    ogg_.rewrite_headers(headers(timeline));
  }

  void commit() override { ogg_.commit(); }

 private:
  [[noreturn]] void fail(const char* reason) { throw Error(Fault::cannot_write, ogg_.name(), reason); }

  std::int64_t preskip() const { return std::int64_t{delay_} * granules_per_sample; }

  std::vector<std::string> headers(const Timeline& timeline) const {
    std::string head = "OpusHead";
    put(head, std::uint8_t{1});  // version
    put(head, std::uint8_t{1});  // channel
    put(head, static_cast<std::uint16_t>(preskip()));
    put(head, static_cast<std::uint32_t>(sample_rate_));
    put(head, std::uint16_t{0});  // gain
    put(head, std::uint8_t{0});   // mono or stereo
    return {head, "OpusTags" + ogg_comments(plan_, timeline)};
  }

  void resample(std::span<const std::int16_t> samples) {
    while (!samples.empty()) {
      std::array<std::int16_t, 4096> made;
      auto taken = static_cast<spx_uint32_t>(samples.size());
      auto count = static_cast<spx_uint32_t>(made.size());
      speex_resampler_process_int(resampler_.get(), 0, samples.data(), &taken, made.data(), &count);
      samples = samples.subspan(taken);
      waiting_.insert(waiting_.end(), made.begin(), made.begin() + count);
    }
  }

  /// All whole frames that wait; `last` says that the last of them is the end.
  void encode(bool last) {
    std::array<unsigned char, longest_packet> packet;
    std::size_t at = 0;
    for (; waiting_.size() - at >= frame; at += frame) {
      const opus_int32 size =
          opus_encode(encoder_.get(), waiting_.data() + at, frame, packet.data(), longest_packet);
      if (size < 0) fail(opus_strerror(size));
      encoded_ += frame;
      const bool end = last && at + frame == waiting_.size();
      ogg_.write(std::span(packet).first(static_cast<std::size_t>(size)),
                 end ? end_ : encoded_ * granules_per_sample, end);
    }
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(at));
  }

  const Plan& plan_;
  const int sample_rate_;
  OggFile ogg_;
  std::unique_ptr<OpusEncoder, Delete> encoder_;
  std::unique_ptr<SpeexResamplerState, Delete> resampler_;
  opus_int32 delay_ = 0;               ///< samples by which the decoded sound is late
  std::uint64_t frames_ = 0;           ///< got, at the rate of the input
  std::vector<std::int16_t> waiting_;  ///< resampled, not yet encoded
  std::int64_t encoded_ = 0;           ///< samples
  std::int64_t end_ = 0;               ///< granule of the last sample
};

}  // namespace

/// RFC 6716, 2.1.1: from the speech coder's least to what one channel can use.
BitRates opus_bit_rates(int) { return {6, 256}; }

std::unique_ptr<Sink> open_opus_file(const std::filesystem::path& path, const Plan& plan,
                                     const OutputOptions& options) {
  return std::make_unique<OpusFile>(path, plan, options);
}

}  // namespace langdu
