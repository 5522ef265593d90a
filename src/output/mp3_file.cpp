#include <algorithm>

#include "output/formats.h"
#include "output/id3_tag.h"
#include "output/sound_file.h"

namespace langdu {
namespace {

/// LAME's VBR quality 7 (of 0 to 9, best to smallest): about 44 kbit/s for speech. libsndfile counts from 1
/// down to 0.
constexpr double vbr_quality = 0.3;

/// The tag comes first in the file, and its length depends on the plan only: it is written with empty times,
/// and again with the true ones in the end.
class Mp3File : public Sink {
 public:
  Mp3File(const std::filesystem::path& path, const Plan& plan, const OutputOptions& options)
      : plan_(plan),
        file_(path),
        tag_bytes_(write_tag(Timeline{}, 0)),
        sound_(file_, {.format = SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III,
                       .sample_rate = options.sample_rate,
                       .offset = tag_bytes_}) {
    if (options.bit_rate > 0) {
      set_bit_rate(options);
    } else {
      // VBR is the default of libsndfile. To set it as well fails: it takes the quality again, which is not
      // set yet.
      double quality = vbr_quality;
      sound_.command(SFC_SET_VBR_ENCODING_QUALITY, &quality, sizeof quality);
    }
  }

  void write(std::span<const std::int16_t> samples) override { sound_.write(samples); }

  void finish(const Timeline& timeline) override {
    sound_.close();
    write_tag(timeline, tag_bytes_);
  }

  void commit() override { file_.commit(); }

 private:
  std::uint64_t write_tag(const Timeline& timeline, std::size_t bytes) {
    const std::string tag = padded_id3_tag(id3_tag(plan_, timeline), bytes);
    file_.writer().write_at(0, tag);
    return tag.size();
  }

  /// An average one: with a constant one LAME does not say how long the sound is. libsndfile takes it as a
  /// place in the range, from the most at 0 to the least at 1, and cuts fractions of a kbit/s off.
  void set_bit_rate(const OutputOptions& options) {
    const auto [least, most] = mp3_bit_rates(options.sample_rate);
    double place = std::max(0.0, (most - options.bit_rate / 1000.0 - 0.5) / (most - least));
    sound_.command(SFC_SET_COMPRESSION_LEVEL, &place, sizeof place);
    int average = SF_BITRATE_MODE_AVERAGE;
    sound_.command(SFC_SET_BITRATE_MODE, &average, sizeof average);
  }

  const Plan& plan_;
  TemporaryFile file_;
  const std::uint64_t tag_bytes_;
  SoundFile sound_;
};

}  // namespace

/// Those that libsndfile lets choose (mpeg_l3_encode.c), by the version of MPEG.
BitRates mp3_bit_rates(int sample_rate) {
  if (sample_rate >= 32000) return {32, 320};
  return {8, sample_rate >= 16000 ? 160 : 64};
}

// libsndfile refuses other rates too, but then forgets to free the encoder.
std::unique_ptr<Sink> open_mp3_file(const std::filesystem::path& path, const Plan& plan,
                                    const OutputOptions& options) {
  if (std::find(mp3_sample_rates.begin(), mp3_sample_rates.end(), options.sample_rate) ==
      mp3_sample_rates.end()) {
    throw Error(Fault::cannot_write, path.string(),
                fmt::format("MP3 has no sample rate of {} Hz", options.sample_rate));
  }
  return std::make_unique<Mp3File>(path, plan, options);
}

}  // namespace langdu
