#include "plan/join.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "text/error.h"

namespace langdu {
namespace {

void shift(Span& span, std::uint32_t by) {
  span.begin += by;
  span.end += by;
}

void shift(Utterance& utterance, std::uint32_t by) {
  shift(utterance.source, by);
  for (Correction& correction : utterance.corrections) shift(correction.source, by);
  for (Segment& segment : utterance.segments) {
    for (Word& word : segment.words) shift(word.source, by);
  }
}

void shift(Part& part, std::uint32_t by) { shift(part.source, by); }
void shift(ReadingMark& mark, std::uint32_t by) { shift(mark.hanzi, by); }
void shift(Dropped& dropped, std::uint32_t by) { shift(dropped.source, by); }
void shift(Note& note, std::uint32_t by) { shift(note.where, by); }
void shift(Chapter& chapter, std::uint32_t by) { chapter.first += by; }
void shift(TextBlock& block, std::uint32_t by) { block.first += by; }

/// Appends `from`, of which every place is moved by `by`.
template <typename Item>
void append(std::vector<Item>& to, std::vector<Item> from, std::uint32_t by) {
  for (Item& item : from) shift(item, by);
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void make_group(Plan& plan, std::string_view name) {
  if (plan.utterances.empty()) return;
  const std::string title = plan.metadata.title.empty() ? std::string(name) : plan.metadata.title;
  if (plan.chapters.empty()) plan.chapters.push_back({title, 1, true, 0});
  int outermost = plan.chapters.front().level;
  for (const Chapter& chapter : plan.chapters) outermost = std::min(outermost, chapter.level);
  for (auto* const list : {&plan.chapters, &plan.outline}) {
    for (Chapter& heading : *list) heading.level += 2 - outermost;
  }
  Chapter& first = plan.chapters.front();
  first.level = 1;
  if (first.opening || first.title.empty() || first.title == title) {
    first.title = title;
  } else {
    first.title = title + "：" + first.title;
  }
  for (Chapter& heading : plan.outline) {
    if (heading.first == first.first) heading = first;
  }
}

}  // namespace

void join(Plan& book, Plan plan, std::string_view name) {
  constexpr std::size_t most = UINT32_MAX;
  if (book.source.size() + plan.source.size() > most) throw Error(Fault::too_large, name, most >> 20);
  make_group(plan, name);
  const auto bytes = static_cast<std::uint32_t>(book.source.size());
  const auto sentences = static_cast<std::uint32_t>(book.utterances.size());
  const auto take = [](std::string& field, std::string& from) {
    if (field.empty()) field = std::move(from);
  };
  take(book.metadata.title, plan.metadata.title);
  take(book.metadata.author, plan.metadata.author);
  take(book.metadata.date, plan.metadata.date);
  if (book.metadata.cover.bytes.empty()) book.metadata.cover = std::move(plan.metadata.cover);
  if (!book.utterances.empty()) {
    Pause& after = book.utterances.back().segments.back().after;
    after = std::max(after, Pause::chapter);
  }
  book.source += plan.source;
  append(book.parts, std::move(plan.parts), bytes);
  append(book.utterances, std::move(plan.utterances), bytes);
  append(book.marks, std::move(plan.marks), bytes);
  append(book.dropped, std::move(plan.dropped), bytes);
  append(book.notes, std::move(plan.notes), bytes);
  append(book.chapters, std::move(plan.chapters), sentences);
  append(book.outline, std::move(plan.outline), sentences);
  append(book.blocks, std::move(plan.blocks), sentences);
}

}  // namespace langdu
