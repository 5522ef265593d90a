#include "read/reading_marks.h"

#include <algorithm>
#include <string>
#include <utility>

#include "text/spelling.h"
#include "text/utf8.h"

namespace langdu {
namespace {

/// Where the mark that opens at `at` ends, and its reading; nothing when there is none. The work is bounded:
/// a longer spelling than this, in bytes, is none.
constexpr std::size_t longest_mark = 24;
std::optional<Syllable> mark_at(std::string_view text, std::size_t at, std::size_t& end) {
  const std::string_view inside = text.substr(at + 1, longest_mark);
  const std::size_t close = inside.find('>');
  if (close == std::string_view::npos) return std::nullopt;
  const auto spelling = parse_spelling(inside.substr(0, close));
  if (!spelling || !spelling->has_tone) return std::nullopt;  // <a> and <u> are markup
  end = at + 1 + close + 1;
  return spelling->syllable;
}

}  // namespace

MappedText take_reading_marks(MappedText text, std::vector<ReadingMark>& marks,
                              std::vector<Dropped>& dropped) {
  const std::string_view all = text.text();
  std::size_t open = all.find('<');
  if (open == std::string_view::npos) return text;
  Rewriter rewriter(text);
  std::size_t taken = 0;  // a mark behind a mark has no hanzi of its own
  bool found = false;
  for (; open != std::string_view::npos; open = all.find('<', open + 1)) {
    if (open == taken) continue;
    const Rune hanzi = rune_before(all, open);
    if (!hanzi.valid || !is_hanzi(hanzi.code)) continue;
    std::size_t end = 0;
    const auto reading = mark_at(all, open, end);
    if (!reading) continue;
    const auto at = static_cast<std::uint32_t>(open);
    marks.push_back({text.source({at - hanzi.size, at}), hanzi.code, *reading});
    rewriter.keep_to(at);
    dropped.push_back({rewriter.drop_to(static_cast<std::uint32_t>(end)), std::string(reading_mark_rule)});
    taken = end;
    found = true;
  }
  if (!found) return text;
  return rewriter.finish();
}

std::span<const ReadingMark> marks_within(std::span<const ReadingMark> marks, Span source) {
  const auto before = [](const ReadingMark& mark, std::uint32_t at) { return mark.hanzi.begin < at; };
  const auto first = std::lower_bound(marks.begin(), marks.end(), source.begin, before);
  const auto last = std::lower_bound(first, marks.end(), source.end, before);
  return {first, last};
}

}  // namespace langdu
