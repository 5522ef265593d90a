#include "read/reading_marks.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "read/angle_brackets.h"
#include "read/mistyped_marks.h"
#include "text/spelling.h"
#include "text/utf8.h"

namespace langdu {
namespace {

/// The syllables that are light so often that a mark without a tone must mean them. Any other word in
/// brackets (请输入<pin>, 向量<long>, 第<n>章) may be a placeholder or a tag, and would be lost.
constexpr std::string_view light_syllables[] = {"ba", "de", "la",  "le", "ma",  "me", "men",
                                                "ne", "r",  "tou", "ya", "zhe", "zi"};

bool is_markup(const Spelling& spelling) {
  return !spelling.has_tone && std::find(std::begin(light_syllables), std::end(light_syllables),
                                         base_spelling(spelling.syllable.base)) == std::end(light_syllables);
}

/// Where the mark that opens at `open` ends, and its reading; nothing when there is none. The work is
/// bounded: a longer spelling than this, in bytes, is none.
constexpr std::size_t longest_mark = 24;
std::optional<Syllable> mark_at(std::string_view text, std::size_t open, std::size_t& end) {
  const std::size_t begin = open + opening_bracket(text, open);
  const std::string_view inside = text.substr(begin, longest_mark + full_width_close.size());
  const std::size_t close = std::min(inside.find('>'), inside.find(full_width_close));
  if (close == std::string_view::npos) return std::nullopt;
  const auto spelling = parse_spelling(inside.substr(0, close));
  if (!spelling || is_markup(*spelling)) return std::nullopt;
  end = begin + close + closing_bracket(text, begin + close);
  return spelling->syllable;
}

}  // namespace

MappedText take_reading_marks(MappedText text, std::vector<ReadingMark>& marks, std::vector<Dropped>& dropped,
                              MistypedMarks* mistyped) {
  const std::string_view all = text.text();
  OpeningBrackets brackets(all);
  std::size_t open = brackets.next();
  if (open == std::string_view::npos) return text;
  Rewriter rewriter(text);
  std::size_t taken = 0;  // a mark behind a mark has no hanzi of its own
  bool found = false;
  for (; open != std::string_view::npos; open = brackets.next()) {
    const Rune hanzi = open > 0 ? rune_before(all, open) : Rune{};
    const bool behind_hanzi = open != taken && hanzi.valid && is_hanzi(hanzi.code);
    std::size_t end = 0;
    const auto reading = behind_hanzi ? mark_at(all, open, end) : std::nullopt;
    if (!reading) {
      if (mistyped != nullptr) mistyped->look_at(text, open, behind_hanzi);
      continue;
    }
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
