#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "output/aac_file.h"
#include "output/formats.h"
#include "output/html_text.h"
#include "output/libav.h"
#include "output/page_text.h"
#include "output/temporary_file.h"
#include "output/text_file.h"

namespace langdu {
namespace {

constexpr std::size_t piece_size =
    48 * 1024;  // bytes of sound at a time; a multiple of 3, as base64 needs it

/// Gathers the many small pieces of a page.
class Buffer {
 public:
  explicit Buffer(FileWriter& writer) : writer_(writer) {}
  void add(std::string_view piece) {
    waiting_ += piece;
    if (waiting_.size() >= piece_size) flush();
  }
  void flush() {
    writer_.write(waiting_);
    waiting_.clear();
  }

 private:
  FileWriter& writer_;
  std::string waiting_;
};

/// The sound as a page holds it: AAC, first in a file without a name, then as the base64 of that.
class EmbeddedSound {
 public:
  EmbeddedSound(const std::filesystem::path& path, const Plan& plan, const OutputOptions& options)
      : av_(load_libav(path.string())), file_(path), sink_(open_m4a_stream(file_.writer(), plan, options)) {}

  Sink& sink() { return *sink_; }

  void write_to(const WritePiece& write) const {
    write(" src=\"data:audio/mp4;base64,");
    std::array<char, piece_size> bytes{};
    std::array<char, AV_BASE64_SIZE(piece_size)> text{};
    for (std::uint64_t at = 0;;) {
      const std::size_t count = file_.read_at(at, bytes);
      if (count == 0) break;
      av_.av_base64_encode(text.data(), static_cast<int>(text.size()),
                           reinterpret_cast<const std::uint8_t*>(bytes.data()), static_cast<int>(count));
      write(text.data());
      at += count;
    }
    write("\"");
  }

 private:
  const Libav& av_;
  ScratchFile file_;
  std::unique_ptr<Sink> sink_;
};

class PageFile : public Sink {
 public:
  PageFile(const std::filesystem::path& path, const Plan& plan, const OutputOptions& options)
      : plan_(plan), ruby_(options.ruby), name_(path.stem().string()), file_(path) {
    if (options.audio_beside) {
      sound_file_ = seen_from(path, options.sound);
    } else {
      sound_.emplace(path, plan, options);
    }
  }

  void write(std::span<const std::int16_t> samples) override {
    if (sound_) sound_->sink().write(samples);
  }

  void finish(const Timeline& timeline) override {
    if (sound_) sound_->sink().finish(timeline);
    Buffer buffer(file_.writer());
    const PageContent content{ruby_, name_, sound_ ? "data:" : "'self' file:", [&](const WritePiece& write) {
                                write_sound(write);
                              }};
    write_page(plan_, timeline, content, [&](std::string_view piece) { buffer.add(piece); });
    buffer.flush();
    sound_.reset();
  }

  void commit() override { file_.commit(); }

 private:
  void write_sound(const WritePiece& write) const {
    if (sound_) return sound_->write_to(write);
    write(fmt::format(" src=\"{}\" data-file=\"{}\"", relative_address(sound_file_), html_text(sound_file_)));
  }

  const Plan& plan_;
  const bool ruby_;
  const std::string name_;
  std::string sound_file_;  ///< as seen from the page; empty when the page holds the sound
  TemporaryFile file_;
  std::optional<EmbeddedSound> sound_;
};

}  // namespace

std::unique_ptr<Sink> open_page_file(const std::filesystem::path& path, const Plan& plan,
                                     const OutputOptions& options) {
  return std::make_unique<PageFile>(path, plan, options);
}

}  // namespace langdu
