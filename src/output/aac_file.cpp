#include "output/aac_file.h"

#include <algorithm>
#include <array>
#include <new>
#include <vector>

#include "output/formats.h"
#include "output/mp4_container.h"
#include "output/temporary_file.h"

namespace langdu {
namespace {

constexpr int bit_rate = 48000;

/// MPEG-4's, in Hz.
constexpr std::array sample_rates = {7350,  8000,  11025, 12000, 16000, 22050, 24000,
                                     32000, 44100, 48000, 64000, 88200, 96000};

void set_mono(AVChannelLayout& layout) {
  layout.order = AV_CHANNEL_ORDER_NATIVE;
  layout.nb_channels = 1;
  layout.u.mask = AV_CH_LAYOUT_MONO;
}

class AacStream : public Sink {
 public:
  AacStream(FileWriter& writer, const Plan& plan, const OutputOptions& options, const char* brand)
      : plan_(plan), av_(load_libav(writer.name())), mp4_(av_, writer, brand), codec_(av_) {
    AVCodecContext& codec = *codec_.context;
    codec.sample_rate = options.sample_rate;
    codec.time_base = {1, options.sample_rate};
    set_mono(codec.ch_layout);
    codec.sample_fmt = AV_SAMPLE_FMT_FLTP;
    codec.bit_rate = bit_rate;
    codec.flags |= AV_CODEC_FLAG_BITEXACT;
    if (mp4_.wants_global_header()) codec.flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    // The usual search takes six times as long, for speech without need.
    mp4_.check(av_.av_opt_set(codec.priv_data, "aac_coder", "fast", 0));
    mp4_.check(av_.avcodec_open2(&codec, nullptr, nullptr));
    block_ = static_cast<std::size_t>(codec.frame_size);
    codec_.frame->format = codec.sample_fmt;
    set_mono(codec_.frame->ch_layout);
    codec_.frame->sample_rate = options.sample_rate;
    codec_.frame->nb_samples = codec.frame_size;
    mp4_.check(av_.av_frame_get_buffer(codec_.frame, 0));
    mp4_.begin(codec, plan.metadata);
  }

  void write(std::span<const std::int16_t> samples) override {
    waiting_.insert(waiting_.end(), samples.begin(), samples.end());
    std::size_t taken = 0;
    for (; waiting_.size() - taken > block_; taken += block_)
      encode(std::span(waiting_).subspan(taken, block_));
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(taken));
  }

  void finish(const Timeline& timeline) override {
    if (waiting_.empty()) waiting_.resize(1);  // a track must not be empty
    encode(waiting_);
    mp4_.check(av_.avcodec_send_frame(codec_.context, nullptr));
    pass_on();
    mp4_.end(plan_, timeline);
  }

  void commit() override {}

 private:
  /// The encoder and what goes in and out.
  struct Codec {
    explicit Codec(const Libav& libav)
        : av(libav),
          context(av.avcodec_alloc_context3(av.avcodec_find_encoder(AV_CODEC_ID_AAC))),
          frame(av.av_frame_alloc()),
          packet(av.av_packet_alloc()) {}
    Codec(const Codec&) = delete;
    Codec& operator=(const Codec&) = delete;
    ~Codec() {
      av.av_packet_free(&packet);
      av.av_frame_free(&frame);
      av.avcodec_free_context(&context);
    }

    const Libav& av;
    AVCodecContext* context;
    AVFrame* frame;
    AVPacket* packet;
  };

  /// At most a block; less only in the end.
  void encode(std::span<const std::int16_t> samples) {
    mp4_.check(av_.av_frame_make_writable(codec_.frame));
    codec_.frame->nb_samples = static_cast<int>(samples.size());
    codec_.frame->pts = encoded_;
    encoded_ += static_cast<std::int64_t>(samples.size());
    std::transform(samples.begin(), samples.end(), reinterpret_cast<float*>(codec_.frame->data[0]),
                   [](std::int16_t sample) { return static_cast<float>(sample) / 32768.0F; });
    mp4_.check(av_.avcodec_send_frame(codec_.context, codec_.frame));
    pass_on();
  }

  void pass_on() {
    for (;;) {
      const int got = av_.avcodec_receive_packet(codec_.context, codec_.packet);
      if (got == AVERROR(EAGAIN) || got == AVERROR_EOF) return;
      mp4_.check(got);
      mp4_.write(*codec_.packet, codec_.context->time_base);
    }
  }

  const Plan& plan_;
  const Libav& av_;
  Mp4Container mp4_;
  Codec codec_;
  std::size_t block_ = 0;              ///< samples that are encoded together
  std::vector<std::int16_t> waiting_;  ///< at most a block, so that there is something left to end with
  std::int64_t encoded_ = 0;           ///< samples
};

class AacFile : public Sink {
 public:
  AacFile(const std::filesystem::path& path, const Plan& plan, const OutputOptions& options,
          const char* brand)
      : file_(path), stream_(file_.writer(), plan, options, brand) {}

  void write(std::span<const std::int16_t> samples) override { stream_.write(samples); }
  void finish(const Timeline& timeline) override { stream_.finish(timeline); }
  void commit() override { file_.commit(); }

 private:
  TemporaryFile file_;
  AacStream stream_;
};

void check_rate(std::string_view name, const OutputOptions& options) {
  if (std::find(sample_rates.begin(), sample_rates.end(), options.sample_rate) == sample_rates.end()) {
    throw Error(Fault::cannot_write, name,
                fmt::format("AAC has no sample rate of {} Hz", options.sample_rate));
  }
}

std::unique_ptr<Sink> open_aac_file(const std::filesystem::path& path, const Plan& plan,
                                    const OutputOptions& options, const char* brand) {
  check_rate(path.string(), options);
  return std::make_unique<AacFile>(path, plan, options, brand);
}

}  // namespace

std::unique_ptr<Sink> open_m4a_stream(FileWriter& writer, const Plan& plan, const OutputOptions& options) {
  check_rate(writer.name(), options);
  return std::make_unique<AacStream>(writer, plan, options, "M4A ");
}

std::unique_ptr<Sink> open_m4a_file(const std::filesystem::path& path, const Plan& plan,
                                    const OutputOptions& options) {
  return open_aac_file(path, plan, options, "M4A ");
}

std::unique_ptr<Sink> open_m4b_file(const std::filesystem::path& path, const Plan& plan,
                                    const OutputOptions& options) {
  return open_aac_file(path, plan, options, "M4B ");
}

}  // namespace langdu
