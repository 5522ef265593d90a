#include "output/id3_tag.h"

#include <taglib/attachedpictureframe.h>
#include <taglib/chapterframe.h>
#include <taglib/id3v2tag.h>
#include <taglib/tableofcontentsframe.h>
#include <taglib/textidentificationframe.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "output/chapters.h"
#include "output/clock_time.h"
#include "output/tag_text.h"
#include "text/error.h"

namespace langdu {
namespace {

namespace id3 = TagLib::ID3v2;
constexpr std::size_t most_children = 255;                            // CTOC counts them in one byte
constexpr std::size_t most_chapters = most_children * most_children;  // a tree of two levels
constexpr unsigned unknown_offset = 0xFFFFFFFF;                       // CHAP: the times count, not the bytes

TagLib::String text_of(std::string_view text) { return {tag_title(text), TagLib::String::UTF8}; }

std::unique_ptr<id3::TextIdentificationFrame> text_frame(const char* name, std::string_view text) {
  auto frame = std::make_unique<id3::TextIdentificationFrame>(name, TagLib::String::UTF16);
  frame->setText(text_of(text));
  return frame;
}

TagLib::ByteVector element(std::string_view kind, std::size_t number) {
  const std::string id = fmt::format("{}{}", kind, number);
  return {id.data(), static_cast<unsigned>(id.size())};
}

unsigned milliseconds(std::uint64_t frames, int sample_rate) {
  return static_cast<unsigned>(nearest_ms(frames, sample_rate));
}

/// Last, so that a reader that wants the texts only need not pass it.
void add_cover(id3::Tag& tag, const Picture& cover) {
  if (cover.bytes.empty()) return;
  auto frame = std::make_unique<id3::AttachedPictureFrame>();
  frame->setType(id3::AttachedPictureFrame::FrontCover);
  frame->setMimeType(cover.media_type);
  frame->setPicture({cover.bytes.data(), static_cast<unsigned>(cover.bytes.size())});
  tag.addFrame(frame.release());
}

/// Adds the frames of the table of contents: as a tree when the chapters are more than one table can count.
void add_contents(id3::Tag& tag, std::vector<TagLib::ByteVector> children) {
  std::size_t tables = 0;
  while (children.size() > most_children) {
    std::vector<TagLib::ByteVector> groups;
    for (std::size_t begin = 0; begin < children.size(); begin += most_children) {
      groups.push_back(element("toc", ++tables));
      auto* table = new id3::TableOfContentsFrame(groups.back());
      table->setIsOrdered(true);
      for (std::size_t i = begin; i < std::min(children.size(), begin + most_children); ++i) {
        table->addChildElement(children[i]);
      }
      tag.addFrame(table);  // which owns it from here on, as all frames
    }
    children = std::move(groups);
  }
  auto* top = new id3::TableOfContentsFrame(element("toc", 0));
  top->setIsTopLevel(true);
  top->setIsOrdered(true);
  for (const TagLib::ByteVector& child : children) top->addChildElement(child);
  tag.addFrame(top);
}

}  // namespace

std::string id3_tag(const Plan& plan, const Timeline& timeline) {
  id3::Tag tag;
  if (!plan.metadata.title.empty()) tag.addFrame(text_frame("TIT2", plan.metadata.title).release());
  if (const std::string album = tag_album(plan.metadata); !album.empty())
    tag.addFrame(text_frame("TALB", album).release());
  if (const std::string track = tag_track(plan.metadata); !track.empty())
    tag.addFrame(text_frame("TRCK", track).release());
  if (!plan.metadata.author.empty()) {
    tag.addFrame(text_frame("TPE1", plan.metadata.author).release());
    tag.addFrame(text_frame("TPE2", plan.metadata.author).release());
  }
  if (const std::string date = tag_date(plan.metadata.date); !date.empty())
    tag.addFrame(text_frame("TDRC", date).release());  // TYER and TDAT in version 3
  tag.addFrame(text_frame("TLAN", "zho").release());   // ISO 639-2
  tag.addFrame(text_frame("TCON", "Speech").release());

  const int sample_rate = timeline.sample_rate;
  std::vector<TagLib::ByteVector> elements;
  for (const ChapterMark& mark : fitting_chapters(plan, timeline, most_chapters)) {
    elements.push_back(element("ch", elements.size()));
    auto* chapter =
        new id3::ChapterFrame(elements.back(), milliseconds(mark.begin, sample_rate),
                              milliseconds(mark.end, sample_rate), unknown_offset, unknown_offset);
    chapter->addEmbeddedFrame(text_frame("TIT2", plan.chapters[mark.chapter].title).release());
    tag.addFrame(chapter);
  }
  if (!elements.empty()) add_contents(tag, std::move(elements));
  add_cover(tag, plan.metadata.cover);
  // Version 3 with UTF-16 is what car radios and Windows read; version 4 adds nothing here.
  const TagLib::ByteVector bytes = tag.render(id3::v3);
  return {bytes.data(), bytes.size()};
}

std::string padded_id3_tag(std::string tag, std::size_t bytes) {
  constexpr std::size_t header = 10;
  constexpr std::size_t size_at = 6;
  tag.resize(std::max(bytes, tag.size()), '\0');
  const std::size_t content = tag.size() - header;
  for (std::size_t i = 0; i < 4; ++i) {
    tag[size_at + i] = static_cast<char>((content >> (7 * (3 - i))) & 0x7F);  // 28 bits in four bytes
  }
  return tag;
}

}  // namespace langdu
