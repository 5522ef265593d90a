#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>

#include "output/formats.h"
#include "output/sound_file.h"
#include "output/vorbis_comments.h"

namespace langdu {
namespace {

constexpr std::size_t block_head = 4;   // RFC 9639: a bit for the last block, its kind, its length
constexpr std::size_t begin_size = 42;  // "fLaC" and the STREAMINFO block
enum BlockKind : unsigned char { padding = 1, comments = 4, picture = 6, last_block = 0x80 };

std::string head_of(unsigned char kind, std::size_t size) {
  std::string head{static_cast<char>(kind)};
  for (const int shift : {16, 8, 0}) head.push_back(static_cast<char>(size >> shift));
  return head;
}

std::string block_of(unsigned char kind, const std::string& content) {
  return head_of(kind, content.size()) + content;
}

/// Our blocks: the comments, and the cover when there is one.
std::string own_blocks(const Plan& plan, const Timeline& timeline) {
  const std::string cover = flac_picture(plan.metadata.cover);
  return block_of(comments, vorbis_comments(plan, timeline)) +
         (cover.empty() ? std::string() : block_of(picture, cover));
}

/// libsndfile encodes behind room for the comments and the cover. In the end its own header, which cannot
/// hold ours, becomes part of a new one in the whole room: so nothing is copied, however large the file is.
class FlacFile : public Sink {
 public:
  FlacFile(const std::filesystem::path& path, const Plan& plan, const OutputOptions& options)
      : plan_(plan),
        file_(path),
        room_(own_blocks(plan, {}).size()),
        sound_(file_, {.format = SF_FORMAT_FLAC | SF_FORMAT_PCM_16,
                       .sample_rate = options.sample_rate,
                       .offset = room_}) {}

  void write(std::span<const std::int16_t> samples) override {
    sound_.write(samples);
    empty_ = empty_ && samples.empty();
  }

  void finish(const Timeline& timeline) override {
    if (empty_) sound_.write(std::array<std::int16_t, 1>{});  // without any, libsndfile writes no header
    sound_.close();
    std::string header = read(room_, begin_size);
    const std::size_t size = room_ + header_size();
    header[block_head] = 0;  // STREAMINFO is not the last block
    header += own_blocks(plan_, timeline);
    if (header.size() + block_head > size)
      throw Error(Fault::cannot_write, file_.writer().name(), "the chapters outgrew their room");
    header += head_of(padding | last_block, size - header.size() - block_head);
    header.resize(size);
    file_.writer().write_at(0, header);
  }

  void commit() override { file_.commit(); }

 private:
  /// Of libsndfile's header: all blocks until the last. It always has comments of its own.
  std::size_t header_size() {
    std::size_t at = block_head;
    for (;;) {
      const std::string head = read(room_ + at, block_head);
      const auto byte = [&](std::size_t i) {
        return static_cast<std::size_t>(static_cast<unsigned char>(head[i]));
      };
      at += block_head + (byte(1) << 16 | byte(2) << 8 | byte(3));
      if ((byte(0) & last_block) != 0) return at;
    }
  }

  std::string read(std::uint64_t offset, std::size_t size) {
    std::string bytes(size, '\0');
    const ssize_t got = pread(file_.writer().descriptor(), bytes.data(), size, static_cast<off_t>(offset));
    if (got != static_cast<ssize_t>(size)) throw write_error(file_.writer().name(), got < 0 ? errno : EIO);
    return bytes;
  }

  const Plan& plan_;
  TemporaryFile file_;
  const std::uint64_t room_;  ///< before libsndfile's part
  SoundFile sound_;
  bool empty_ = true;
};

}  // namespace

std::unique_ptr<Sink> open_flac_file(const std::filesystem::path& path, const Plan& plan,
                                     const OutputOptions& options) {
  return std::make_unique<FlacFile>(path, plan, options);
}

}  // namespace langdu
