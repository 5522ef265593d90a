#include "output/vorbis_comments.h"

#include <fmt/format.h>
#include <taglib/flacpicture.h>
#include <taglib/xiphcomment.h>

#include <memory>

#include "output/chapters.h"
#include "output/clock_time.h"
#include "output/formats.h"
#include "output/tag_text.h"
#include "read/picture.h"

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

void describe(TagLib::FLAC::Picture& picture, const Picture& cover) {
  const PictureLook look = look_at_picture(cover.bytes);
  picture.setType(TagLib::FLAC::Picture::FrontCover);
  picture.setMimeType(cover.media_type);
  picture.setWidth(look.width);
  picture.setHeight(look.height);
  picture.setData({cover.bytes.data(), static_cast<unsigned>(cover.bytes.size())});
}

void fill(TagLib::Ogg::XiphComment& comments, const Plan& plan, const Timeline& timeline) {
  const Metadata& metadata = plan.metadata;
  add(comments, "TITLE", tag_title(metadata.title));
  add(comments, "ALBUM", tag_album(metadata));
  if (metadata.track != 0) {
    add(comments, "TRACKNUMBER", std::to_string(metadata.track));
    add(comments, "TRACKTOTAL", std::to_string(metadata.tracks));
  }
  add(comments, "ARTIST", tag_title(metadata.author));
  add(comments, "ALBUMARTIST", tag_title(metadata.author));
  add(comments, "DATE", tag_date(metadata.date));
  add(comments, "LANGUAGE", "zho");  // ISO 639-2
  add(comments, "GENRE", "Speech");
  std::size_t number = 0;
  for (const ChapterMark& mark : fitting_chapters(plan, timeline, most_vorbis_chapters)) {
    const std::string name = fmt::format("CHAPTER{:03}", ++number);
    add(comments, name, chapter_time(mark.begin, timeline.sample_rate));
    add(comments, name + "NAME", tag_title(plan.chapters[mark.chapter].title));
  }
}

std::string string_of(const TagLib::ByteVector& bytes) { return {bytes.data(), bytes.size()}; }

}  // namespace

std::string vorbis_comments(const Plan& plan, const Timeline& timeline) {
  TagLib::Ogg::XiphComment comments;
  fill(comments, plan, timeline);
  return string_of(comments.render(false));
}

std::string ogg_comments(const Plan& plan, const Timeline& timeline) {
  TagLib::Ogg::XiphComment comments;
  fill(comments, plan, timeline);
  const Picture& cover = plan.metadata.cover;
  if (!cover.bytes.empty()) {
    auto picture = std::make_unique<TagLib::FLAC::Picture>();
    describe(*picture, cover);
    comments.addPicture(picture.release());  // which owns it from here on
  }
  return string_of(comments.render(false));
}

std::string flac_picture(const Picture& cover) {
  if (cover.bytes.empty()) return {};
  TagLib::FLAC::Picture picture;
  describe(picture, cover);
  return string_of(picture.render());
}

}  // namespace langdu
