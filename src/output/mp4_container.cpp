#include "output/mp4_container.h"

#include <algorithm>
#include <array>
#include <new>

#include "output/chapters.h"
#include "output/tag_text.h"

namespace langdu {
namespace {

constexpr std::size_t most_chapters = 65535;  // more than any player shows
constexpr int buffer_size = 64 * 1024;

void tag(const Libav& av, AVDictionary** tags, const char* name, const std::string& value) {
  if (!value.empty()) av.av_dict_set(tags, name, value.c_str(), 0);
}

}  // namespace

Mp4Container::Mp4Container(const Libav& av, FileWriter& file, const char* brand) : av_(av), file_(file) {
  check(av_.avformat_alloc_output_context2(&format_, nullptr, "ipod", nullptr));
  auto* const buffer = static_cast<unsigned char*>(av_.av_malloc(buffer_size));
  format_->pb = av_.avio_alloc_context(buffer, buffer_size, 1, this, nullptr, write_bytes, seek);
  if (buffer == nullptr || format_->pb == nullptr) throw std::bad_alloc();
  format_->flags |= AVFMT_FLAG_BITEXACT;  // no version of the library, no time of day
  check(av_.av_opt_set(format_->priv_data, "brand", brand, 0));
}

Mp4Container::~Mp4Container() {
  if (format_ != nullptr && format_->pb != nullptr) {
    av_.av_freep(&format_->pb->buffer);
    av_.avio_context_free(&format_->pb);
  }
  av_.avformat_free_context(format_);
}

void Mp4Container::begin(const AVCodecContext& codec, const Metadata& metadata) {
  stream_ = av_.avformat_new_stream(format_, nullptr);
  if (stream_ == nullptr) throw std::bad_alloc();
  check(av_.avcodec_parameters_from_context(stream_->codecpar, &codec));
  stream_->time_base = codec.time_base;
  // The edit list, which says how long the sound is, then counts samples instead of milliseconds.
  check(av_.av_opt_set(format_->priv_data, "movie_timescale", std::to_string(codec.sample_rate).c_str(), 0));
  tag(av_, &stream_->metadata, "language", "zho");  // ISO 639-2
  tag(av_, &format_->metadata, "title", tag_title(metadata.title));
  tag(av_, &format_->metadata, "album", tag_title(metadata.title));
  tag(av_, &format_->metadata, "date", tag_date(metadata.date));
  tag(av_, &format_->metadata, "genre", "Speech");
  tag(av_, &format_->metadata, "media_type", "2");  // audiobook: players keep the place
  check(av_.avformat_write_header(format_, nullptr));
}

void Mp4Container::write(AVPacket& packet, AVRational time_base) {
  av_.av_packet_rescale_ts(&packet, time_base, stream_->time_base);
  packet.stream_index = stream_->index;
  check(av_.av_write_frame(format_, &packet));
}

void Mp4Container::end(const Plan& plan, const Timeline& timeline) {
  add_chapters(plan, timeline);
  check(av_.av_write_trailer(format_));
  av_.avio_flush(format_->pb);
  check(format_->pb->error);
}

/// libavformat writes chapters that come after its header in the trailer, when the header had none.
void Mp4Container::add_chapters(const Plan& plan, const Timeline& timeline) {
  const auto marks = fitting_chapters(plan, timeline, most_chapters);
  if (marks.empty() || timeline.cues.empty()) return;
  format_->chapters = static_cast<AVChapter**>(av_.av_mallocz(marks.size() * sizeof(AVChapter*)));
  if (format_->chapters == nullptr) throw std::bad_alloc();
  for (const ChapterMark& mark : marks) {
    auto* const chapter = static_cast<AVChapter*>(av_.av_mallocz(sizeof(AVChapter)));
    if (chapter == nullptr) throw std::bad_alloc();
    chapter->id = mark.chapter;
    chapter->time_base = {1, timeline.sample_rate};
    chapter->start = static_cast<std::int64_t>(mark.begin);
    chapter->end = static_cast<std::int64_t>(mark.end);
    const std::string title = tag_title(plan.chapters[mark.chapter].title);
    av_.av_dict_set(&chapter->metadata, "title", title.c_str(), 0);
    format_->chapters[format_->nb_chapters++] = chapter;
  }
}

void Mp4Container::check(int code) const {
  if (failure_) std::rethrow_exception(failure_);
  if (code >= 0) return;
  std::array<char, AV_ERROR_MAX_STRING_SIZE> reason{};
  av_.av_strerror(code, reason.data(), reason.size());
  throw Error(Fault::cannot_write, file_.name(), std::string(reason.data()));
}

int Mp4Container::write_bytes(void* user, std::uint8_t* bytes, int size) {
  auto& self = *static_cast<Mp4Container*>(user);
  if (self.failure_) return AVERROR(EIO);
  try {
    const auto count = static_cast<std::size_t>(size);
    self.file_.write_at(self.position_, {reinterpret_cast<const char*>(bytes), count});
    self.position_ += count;
    return size;
  } catch (...) {  // an exception must not cross the C code
    self.failure_ = std::current_exception();
    return AVERROR(EIO);
  }
}

std::int64_t Mp4Container::seek(void* user, std::int64_t offset, int whence) {
  auto& self = *static_cast<Mp4Container*>(user);
  switch (whence) {
    case SEEK_SET:
      break;
    case SEEK_CUR:
      offset += static_cast<std::int64_t>(self.position_);
      break;
    default:
      return AVERROR(ENOSYS);  // libavformat does not need it to write
  }
  if (offset < 0) return AVERROR(EINVAL);
  self.position_ = static_cast<std::uint64_t>(offset);
  return offset;
}

}  // namespace langdu
