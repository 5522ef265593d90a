#include "output/book.h"

#include <fmt/format.h>

#include <algorithm>

#include "audio/render.h"
#include "output/clock_time.h"
#include "output/tag_text.h"

namespace langdu {
namespace {

std::string title_of(const Plan& plan) {
  std::string title = tag_title(plan.metadata.title);
  if (title.empty() && !plan.chapters.empty()) title = tag_title(plan.chapters.front().title);
  return title.find_first_not_of(' ') == title.npos ? "无题" : title;
}

/// Which sound file has this frame.
std::uint32_t piece_at(const std::vector<SoundPiece>& pieces, std::uint64_t frame) {
  const auto behind = std::partition_point(pieces.begin(), pieces.end(),
                                           [&](const SoundPiece& piece) { return piece.begin <= frame; });
  return static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(behind - pieces.begin(), 1) - 1);
}

std::vector<BookClip> clips_of(const Timeline& timeline, const std::vector<SoundPiece>& pieces) {
  const auto ms = [&](std::uint64_t frame) { return units_at(frame, timeline.sample_rate, 1000); };
  std::vector<BookClip> clips;
  for (const Cue& cue : timeline.cues) {
    const std::uint32_t at = piece_at(pieces, cue.begin);
    const SoundPiece& piece = pieces[at];
    if (!clips.empty() && clips.back().piece == at) clips.back().end = ms(cue.begin - piece.begin);
    clips.push_back({cue.utterance, at, ms(cue.begin - piece.begin), ms(piece.end - piece.begin)});
  }
  return clips;
}

}  // namespace

std::uint64_t BookPage::duration() const {
  std::uint64_t sum = 0;
  for (const BookClip& clip : clips) sum += clip.end - clip.begin;
  return sum;
}

Book make_book(const Plan& plan, const Timeline& timeline, std::vector<SoundPiece> pieces) {
  const bool shows_title = std::any_of(plan.blocks.begin(), plan.blocks.end(), [](const TextBlock& block) {
    return block.heading && block.level == 0;
  });
  Book book{plan, title_of(plan), shows_title, std::move(pieces), {}};
  const auto marks = chapter_marks(plan, timeline);
  for (const ChapterMark& mark : marks) {
    const std::string title = tag_title(plan.chapters[mark.chapter].title);
    book.pages.push_back({title.find_first_not_of(' ') == title.npos ? book.title : title, {}});
  }
  if (book.pages.empty()) book.pages.push_back({book.title, {}});
  std::size_t page = 0;
  for (const BookClip& clip : clips_of(timeline, book.pieces)) {
    while (page + 1 < marks.size() && plan.chapters[marks[page + 1].chapter].first <= clip.utterance) ++page;
    book.pages[page].clips.push_back(clip);
  }
  return book;
}

std::string book_file(std::string_view stem, std::size_t number, std::string_view extension) {
  return fmt::format("{}-{:04}{}", stem, number + 1, extension);
}

std::string sentence_id(std::uint32_t utterance) { return fmt::format("s{}", utterance + 1); }

}  // namespace langdu
