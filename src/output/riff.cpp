#include "output/riff.h"

#include <limits>
#include <string_view>
#include <utility>
#include <vector>

#include "audio/render.h"
#include "output/chapters.h"
#include "output/formats.h"
#include "output/tag_text.h"

namespace langdu {
namespace {

constexpr std::uint32_t open_end = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t longest_label = 255;       // bytes; some readers count them in one
constexpr std::size_t chunk_head = 8;            // name and length
constexpr std::uint64_t riff_head = chunk_head;  // not counted in the length of the RIFF chunk

/// Little-endian, as RIFF is.
template <typename Number>
void put(std::string& bytes, Number number) {
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    bytes.push_back(static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i)));
  }
}

/// A chunk with its padding to an even length.
void put_chunk(std::string& bytes, std::string_view name, std::string_view content) {
  bytes += name;
  put(bytes, static_cast<std::uint32_t>(content.size()));
  bytes += content;
  if (content.size() % 2 != 0) bytes.push_back('\0');
}

std::string format_chunk(int sample_rate) {
  std::string content;
  put(content, std::uint16_t{1});  // PCM
  put(content, std::uint16_t{1});  // channel
  put(content, static_cast<std::uint32_t>(sample_rate));
  put(content, static_cast<std::uint32_t>(sample_rate) * 2);  // bytes a second
  put(content, std::uint16_t{2});                             // bytes a frame
  put(content, std::uint16_t{16});                            // bits a sample
  std::string bytes;
  put_chunk(bytes, "fmt ", content);
  return bytes;
}

/// What LIST INFO has names for; it has no room for a cover.
std::string info_chunks(const Metadata& metadata) {
  const std::pair<std::string_view, std::string> rows[] = {
      {"INAM", tag_title(metadata.title)},
      {"IPRD", tag_album(metadata)},
      {"IPRT", tag_track(metadata)},
      {"IART", tag_title(metadata.author)},
      {"ICRD", tag_date(metadata.date)},
      {"IGNR", "Speech"},
      {"ILNG", "zho"},  // ISO 639-2
  };
  std::string bytes;
  for (const auto& [name, text] : rows) {
    if (!text.empty()) put_chunk(bytes, name, text + '\0');
  }
  return bytes;
}

/// The marks that a WAV file has room for, in order.
std::vector<ChapterMark> cue_marks(const Plan& plan, const Timeline& timeline) {
  std::vector<ChapterMark> marks = choose_chapters(plan, chapter_marks(plan, timeline), most_wav_chapters);
  // Cue points count frames in 32 bits: 54 hours at 22,050 Hz.
  std::erase_if(marks, [](const ChapterMark& mark) { return mark.begin > open_end; });
  return marks;
}

}  // namespace

std::string wav_header(std::size_t header_bytes, int sample_rate, std::uint64_t data_bytes,
                       std::uint64_t tail_bytes) {
  const std::uint64_t riff_bytes = header_bytes + data_bytes + tail_bytes - riff_head;
  const bool large = riff_bytes >= open_end;
  std::string bytes = large && header_bytes >= long_wav_header ? "RF64" : "RIFF";
  put(bytes, large ? open_end : static_cast<std::uint32_t>(riff_bytes));
  bytes += "WAVE";
  if (header_bytes >= long_wav_header) {
    // The place of ds64 is right behind WAVE; a smaller file has filling there, which every reader skips.
    std::string sizes;
    put(sizes, large ? riff_bytes : 0);
    put(sizes, large ? data_bytes : 0);
    put(sizes, large ? data_bytes / 2 : 0);  // frames
    put(sizes, std::uint32_t{0});
    put_chunk(bytes, large ? "ds64" : "JUNK", sizes);
  }
  bytes += format_chunk(sample_rate);
  if (const std::size_t left = header_bytes - bytes.size() - chunk_head; left > 0) {
    put_chunk(bytes, "JUNK", std::string(left - chunk_head, '\0'));
  }
  bytes += "data";
  put(bytes, large ? open_end : static_cast<std::uint32_t>(data_bytes));
  return bytes;
}

std::string open_wav_header(int sample_rate) {
  return wav_header(short_wav_header, sample_rate, open_end, 0);
}

std::string wav_tail(const Plan& plan, const Timeline& timeline) {
  const std::vector<ChapterMark> marks = cue_marks(plan, timeline);
  std::string cues;
  std::string labels = "adtl";
  put(cues, static_cast<std::uint32_t>(marks.size()));
  for (std::uint32_t id = 1; id <= marks.size(); ++id) {
    const ChapterMark& mark = marks[id - 1];
    const auto frame = static_cast<std::uint32_t>(mark.begin);
    put(cues, id);
    put(cues, frame);  // in the order of playing
    cues += "data";
    put(cues, std::uint32_t{0});  // the chunk's begin
    put(cues, std::uint32_t{0});  // the block's begin
    put(cues, frame);             // in the chunk
    std::string label;
    put(label, id);
    const std::string title = tag_text(plan.chapters[mark.chapter].title);
    label += cut_text(title, longest_label);
    label.push_back('\0');
    put_chunk(labels, "labl", label);
  }
  std::string bytes;
  if (!marks.empty()) {
    put_chunk(bytes, "cue ", cues);  // before the labels: readers look the numbers up
    put_chunk(bytes, "LIST", labels);
  }
  const std::string info = info_chunks(plan.metadata);
  if (!info.empty()) put_chunk(bytes, "LIST", "INFO" + info);
  return bytes;
}

}  // namespace langdu
