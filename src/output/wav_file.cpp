#include "output/formats.h"
#include "output/riff.h"
#include "output/sound_file.h"

namespace langdu {
namespace {

class WavFile : public Sink {
 public:
  WavFile(const std::filesystem::path& path, const Plan& plan, const OutputOptions& options)
      : plan_(plan),
        file_(path),
        sound_(file_, {.format = SF_FORMAT_RF64 | SF_FORMAT_PCM_16, .sample_rate = options.sample_rate}) {
    sound_.command(SFC_RF64_AUTO_DOWNGRADE, nullptr, SF_TRUE);
  }

  void write(std::span<const std::int16_t> samples) override {
    sound_.write(samples);
    data_bytes_ += samples.size_bytes();
  }

  /// libsndfile leaves room for RF64 in the header, but calls the format "extensible", which simple readers
  /// refuse, and knows nothing of the tail: so the header is written once more, in the same room.
  void finish(const Timeline& timeline) override {
    sound_.close();
    const std::uint64_t end = file_.size();
    const std::string tail = wav_tail(plan_, timeline);
    file_.writer().write_at(end, tail);
    const auto header_bytes = static_cast<std::size_t>(end - data_bytes_);
    file_.writer().write_at(0, wav_header(header_bytes, timeline.sample_rate, data_bytes_, tail.size()));
  }

  void commit() override { file_.commit(); }

 private:
  const Plan& plan_;
  TemporaryFile file_;
  SoundFile sound_;
  std::uint64_t data_bytes_ = 0;
};

}  // namespace

std::unique_ptr<Sink> open_wav_file(const std::filesystem::path& path, const Plan& plan,
                                    const OutputOptions& options) {
  return std::make_unique<WavFile>(path, plan, options);
}

}  // namespace langdu
