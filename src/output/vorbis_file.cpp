#include <vorbis/vorbisenc.h>

#include <algorithm>
#include <vector>

#include "output/formats.h"
#include "output/ogg_file.h"
#include "output/vorbis_comments.h"

namespace langdu {
namespace {

/// Of -0.1 to 1: about 40 kbit/s for speech.
constexpr float quality = 0.1F;

/// Samples that libvorbis gets at a time. What it makes of the first ones depends on it, so it is always the
/// same.
constexpr std::size_t block = 4096;

/// libvorbis itself instead of libsndfile, which takes the comments only before the first sample and numbers
/// its streams by chance.
class VorbisFile : public Sink {
 public:
  VorbisFile(const std::filesystem::path& path, const Plan& plan, const OutputOptions& options)
      : plan_(plan), ogg_(path), encoder_(ogg_, options) {
    vorbis_comment none{};
    ogg_packet head{};
    ogg_packet comments{};
    ogg_packet setup{};
    if (vorbis_analysis_headerout(&encoder_.dsp, &none, &head, &comments, &setup) != 0)
      throw Error(Fault::cannot_write, ogg_.name(), "libvorbis made no header");
    head_ = content(head);
    setup_ = content(setup);
    ogg_.write_headers(headers({}));
  }

  void write(std::span<const std::int16_t> samples) override {
    while (!samples.empty()) {
      const std::size_t count = std::min(samples.size(), block - waiting_.size());
      waiting_.insert(waiting_.end(), samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(count));
      samples = samples.subspan(count);
      if (waiting_.size() == block) encode();
    }
  }

  void finish(const Timeline& timeline) override {
    if (!waiting_.empty()) encode();
    pass_on(0);
    ogg_.rewrite_headers(headers(timeline));
  }

  void commit() override { ogg_.commit(); }

 private:
  /// libvorbis's state, in the order in which it is made.
  struct Encoder {
    Encoder(OggFile& ogg, const OutputOptions& options) {
      vorbis_info_init(&info);
      const long rate = options.sample_rate;
      const int failure = options.bit_rate > 0
                              ? vorbis_encode_init(&info, 1, rate, -1, options.bit_rate, -1)  // on average
                              : vorbis_encode_init_vbr(&info, 1, rate, quality);
      if (failure != 0) {
        vorbis_info_clear(&info);
        throw Error(Fault::cannot_write, ogg.name(), fmt::format("Vorbis has no sample rate of {} Hz", rate));
      }
      vorbis_analysis_init(&dsp, &info);
      vorbis_block_init(&dsp, &block);
    }
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;
    ~Encoder() {
      vorbis_block_clear(&block);
      vorbis_dsp_clear(&dsp);
      vorbis_info_clear(&info);
    }

    vorbis_info info{};
    vorbis_dsp_state dsp{};
    vorbis_block block{};
  };

  static std::string content(const ogg_packet& packet) {
    return {reinterpret_cast<const char*>(packet.packet), static_cast<std::size_t>(packet.bytes)};
  }

  std::vector<std::string> headers(const Timeline& timeline) const {
    return {head_, "\3vorbis" + ogg_comments(plan_, timeline) + '\1', setup_};  // with its framing bit
  }

  void encode() {
    float* const room = vorbis_analysis_buffer(&encoder_.dsp, static_cast<int>(waiting_.size()))[0];
    std::transform(waiting_.begin(), waiting_.end(), room,
                   [](std::int16_t sample) { return static_cast<float>(sample) / 32768.0F; });
    pass_on(static_cast<int>(waiting_.size()));
    waiting_.clear();
  }

  /// Encodes what came; 0 samples are the end.
  void pass_on(int count) {
    vorbis_analysis_wrote(&encoder_.dsp, count);
    while (vorbis_analysis_blockout(&encoder_.dsp, &encoder_.block) == 1) {
      vorbis_analysis(&encoder_.block, nullptr);
      vorbis_bitrate_addblock(&encoder_.block);
      ogg_packet packet{};
      while (vorbis_bitrate_flushpacket(&encoder_.dsp, &packet) != 0) ogg_.write(packet);
    }
  }

  const Plan& plan_;
  OggFile ogg_;
  Encoder encoder_;
  std::string head_;
  std::string setup_;
  std::vector<std::int16_t> waiting_;  ///< less than a block
};

}  // namespace

/// For one channel, by libvorbis's tables (lib/modes).
BitRates vorbis_bit_rates(int sample_rate) {
  constexpr struct {
    int below;  // Hz
    BitRates range;
  } rows[] = {{9000, {8, 42}}, {15000, {12, 50}}, {26000, {16, 90}}, {40000, {30, 190}}};
  for (const auto& row : rows) {
    if (sample_rate < row.below) return row.range;
  }
  return {32, 240};
}

std::unique_ptr<Sink> open_vorbis_file(const std::filesystem::path& path, const Plan& plan,
                                       const OutputOptions& options) {
  return std::make_unique<VorbisFile>(path, plan, options);
}

}  // namespace langdu
