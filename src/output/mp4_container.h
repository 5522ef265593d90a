#pragma once
#include <exception>
#include <string>

#include "audio/timeline.h"
#include "output/file_writer.h"
#include "output/libav.h"
#include "plan/plan.h"

namespace langdu {

/// An MP4 file of one sound track, as libavformat writes it: tags, sound, and in the end the index and the
/// chapters, both as a text track (Apple) and as a list of the first 255 (Nero). A failed write is thrown
/// with its reason.
class Mp4Container {
 public:
  /// `brand` is the file's kind, four characters. It is written from the first byte of `file` on, which must
  /// outlive it.
  Mp4Container(const Libav& av, FileWriter& file, const char* brand);
  Mp4Container(const Mp4Container&) = delete;
  Mp4Container& operator=(const Mp4Container&) = delete;
  ~Mp4Container();

  /// True when the codec has to keep its header out of its packets.
  bool wants_global_header() const { return (format_->oformat->flags & AVFMT_GLOBALHEADER) != 0; }

  void begin(const AVCodecContext& codec, const Metadata& metadata);
  void write(AVPacket& packet, AVRational time_base);
  void end(const Plan& plan, const Timeline& timeline);

  /// Throws when `code` is a failure; the reason is the file's, when this has failed.
  void check(int code) const;

 private:
  static int write_bytes(void* user, std::uint8_t* bytes, int size);
  static std::int64_t seek(void* user, std::int64_t offset, int whence);
  void add_chapters(const Plan& plan, const Timeline& timeline);

  const Libav& av_;
  FileWriter& file_;
  AVFormatContext* format_ = nullptr;
  AVStream* stream_ = nullptr;
  std::uint64_t position_ = 0;
  std::exception_ptr failure_;  ///< of a write: the first
};

}  // namespace langdu
