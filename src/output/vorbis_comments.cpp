#include "output/vorbis_comments.h"

#include <fmt/format.h>
#include <taglib/xiphcomment.h>

#include "output/chapters.h"
#include "output/clock_time.h"
#include "output/formats.h"
#include "output/tag_text.h"

namespace langdu {
namespace {

void add(TagLib::Ogg::XiphComment& comments, const std::string& name, const std::string& value) {
  comments.addField(name, TagLib::String(value, TagLib::String::UTF8));  // nothing when it is empty
}

/// HH:MM:SS.mmm. From 100 hours on with fewer digits in the end, so that the length is always the same.
std::string chapter_time(std::uint64_t frames, int sample_rate) {
  constexpr std::size_t length = 12;
  std::string time = clock_time(nearest_ms(frames, sample_rate), '.');
  time.resize(length);
  return time;
}

}  // namespace

std::string vorbis_comments(const Plan& plan, const Timeline& timeline) {
  TagLib::Ogg::XiphComment comments;
  add(comments, "TITLE", tag_title(plan.metadata.title));
  add(comments, "ALBUM", tag_title(plan.metadata.title));
  add(comments, "DATE", tag_date(plan.metadata.date));
  add(comments, "LANGUAGE", "zho");  // ISO 639-2
  add(comments, "GENRE", "Speech");
  std::size_t number = 0;
  for (const ChapterMark& mark : fitting_chapters(plan, timeline, most_vorbis_chapters)) {
    const std::string name = fmt::format("CHAPTER{:03}", ++number);
    add(comments, name, chapter_time(mark.begin, timeline.sample_rate));
    add(comments, name + "NAME", tag_title(plan.chapters[mark.chapter].title));
  }
  const TagLib::ByteVector bytes = comments.render(false);
  return {bytes.data(), bytes.size()};
}

}  // namespace langdu
