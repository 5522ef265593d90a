#include <algorithm>
#include <array>

#include "output/formats.h"
#include "output/id3_tag.h"
#include "output/sound_file.h"

namespace langdu {
namespace {

/// LAME's VBR quality 7 (of 0 to 9, best to smallest): about 44 kbit/s for speech. libsndfile counts from 1
/// down to 0.
constexpr double vbr_quality = 0.3;

/// MPEG 1, 2 and 2.5, in Hz. libsndfile refuses others too, but then forgets to free the encoder.
constexpr std::array sample_rates = {8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000};

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
    // VBR is the default of libsndfile. To set it as well fails: it takes the quality again, which is not set
    // yet.
    double quality = vbr_quality;
    sound_.command(SFC_SET_VBR_ENCODING_QUALITY, &quality, sizeof quality);
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

  const Plan& plan_;
  TemporaryFile file_;
  const std::uint64_t tag_bytes_;
  SoundFile sound_;
};

}  // namespace

std::unique_ptr<Sink> open_mp3_file(const std::filesystem::path& path, const Plan& plan,
                                    const OutputOptions& options) {
  if (std::find(sample_rates.begin(), sample_rates.end(), options.sample_rate) == sample_rates.end()) {
    throw Error(Fault::cannot_write, path.string(),
                fmt::format("MP3 has no sample rate of {} Hz", options.sample_rate));
  }
  return std::make_unique<Mp3File>(path, plan, options);
}

}  // namespace langdu
