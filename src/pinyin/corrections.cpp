#include "pinyin/hanzi_text.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "text/utf8.h"

namespace langdu {
namespace {

constexpr char32_t repetition_mark = U'々';

/// Finds the spoken hanzi of a mark by where it comes from.
class HanziBySource {
 public:
  HanziBySource(const HanziText& text, const MappedText& spoken, const TraditionalView& traditional)
      : text_(text), traditional_(traditional) {
    sources_.reserve(text.size());
    for (const Span bytes : text.bytes) sources_.push_back(spoken.source(bytes));
  }

  std::optional<std::uint32_t> find(const ReadingMark& mark) const {
    const auto after = std::upper_bound(sources_.begin(), sources_.end(), mark.hanzi.begin,
                                        [](std::uint32_t at, Span source) { return at < source.begin; });
    if (after == sources_.begin()) return std::nullopt;
    const auto last = static_cast<std::uint32_t>(after - sources_.begin()) - 1;
    if (opens_group(last) && sources_[last] == mark.hanzi) return last;
    const auto replaced = sources_[last].contains(mark.hanzi) ? find_replaced(last, mark) : std::nullopt;
    return replaced ? replaced : find_moved(last, mark);
  }

 private:
  /// Hanzi that a rule has put in the place of a text share its source. No rule writes more in one piece that
  /// has hanzi of the source among them.
  static constexpr std::uint32_t most_replaced = 64;

  /// A rule writes simplified hanzi also in place of others: the mark of 萬 is then that of 万.
  bool is_hanzi_of(const ReadingMark& mark, std::uint32_t i) const {
    return text_.as_written(i) == mark.code ||
           text_.codes[i] == traditional_.fold_word(std::u32string_view(&mark.code, 1), true).front();
  }

  bool opens_group(std::uint32_t i) const { return i == 0 || sources_[i - 1] != sources_[i]; }

  /// Of the hanzi that share the source of `last`, the last when the text that they stand for ends with the
  /// mark's (2023年 as 二零二三年), else the first.
  std::optional<std::uint32_t> find_replaced(std::uint32_t last, const ReadingMark& mark) const {
    std::optional<std::uint32_t> found;
    for (std::uint32_t i = last; last - i < most_replaced; --i) {
      if (is_hanzi_of(mark, i)) {
        found = i;
        if (mark.hanzi.end == sources_[last].end) break;
      }
      if (opens_group(i)) break;
    }
    return found;
  }

  /// A rule that says a text in another order puts what stands behind into a piece before it: in 100元/月,
  /// which is 每月一百元, the source of 每月一百 is 100.
  std::optional<std::uint32_t> find_moved(std::uint32_t last, const ReadingMark& mark) const {
    constexpr std::uint32_t furthest = 24;  // hanzi of a long number and its unit
    for (std::uint32_t i = last + 1; i > 0 && last + 1 - i < furthest; --i) {
      if (is_hanzi_of(mark, i - 1) && is_shared(i - 1)) return i - 1;
    }
    return std::nullopt;
  }

  bool is_shared(std::uint32_t i) const {
    return !opens_group(i) || (i + 1 < sources_.size() && sources_[i] == sources_[i + 1]);
  }

  const HanziText& text_;
  const TraditionalView& traditional_;
  std::vector<Span> sources_;
};

void read_by_marks(HanziText& text, const MappedText& spoken, std::span<const ReadingMark> marks,
                   const TraditionalView& traditional) {
  const HanziBySource hanzi(text, spoken, traditional);
  for (const ReadingMark& mark : marks) {
    const auto found = hanzi.find(mark);
    if (!found) continue;
    text.syllables[*found] = mark.reading;
    text.origin[*found] = Origin::mark;
    text.marks.push_back({*found, &mark});
  }
}

/// 々 repeats a corrected hanzi too.
void read_repetitions(HanziText& text) {
  for (std::uint32_t i = 1; i < text.size(); ++i) {
    const bool repeats = text.codes[i] == repetition_mark && text.joined(i);
    if (!repeats || is_corrected(text.origin[i]) || !is_corrected(text.origin[i - 1])) continue;
    text.syllables[i] = text.syllables[i - 1];
    text.origin[i] = text.origin[i - 1];
  }
}

/// Whether a mark has not taken the place of every one of the word's syllables.
bool is_heard(const HanziText& text, const UserMatch& match) {
  const auto first = text.origin.begin() + match.begin;
  const auto end = first + static_cast<std::ptrdiff_t>(match.word->hanzi.size());
  return std::find(first, end, Origin::user) != end;
}

Correction correction_of(const HanziText& text, const MappedText& spoken, const UserMatch& match,
                         const UserLexicon& words) {
  const UserWord& word = *match.word;
  Correction correction;
  const std::size_t last = match.begin + word.hanzi.size() - 1;
  correction.source = spoken.source({text.bytes[match.begin].begin, text.bytes[last].end});
  for (const char32_t code : word.hanzi) append_utf8(correction.hanzi, code);
  for (const Syllable syllable : word.reading) {
    if (!correction.reading.empty()) correction.reading += ' ';
    correction.reading += to_string(syllable);
  }
  correction.from = words.place(word);
  return correction;
}

Correction correction_of(const ReadingMark& mark) {
  Correction correction{mark.hanzi, {}, to_string(mark.reading), std::string(from_mark)};
  append_utf8(correction.hanzi, mark.code);
  return correction;
}

/// The hanzi that users' words are looked up by: as folded, and as written when that is not the same.
struct LookedUp {
  std::u32string folded;
  std::u32string written;
};

/// The normaliser writes 〇 as 零. To a user they are two hanzi, so a 零 that is a 〇 in the source is one here.
void restore_zeros(LookedUp& hanzi, const HanziText& text, const MappedText& spoken, std::string_view source) {
  constexpr std::string_view zero = "〇";
  for (std::size_t i = hanzi.folded.find(U'零'); i != std::u32string::npos; i = hanzi.folded.find(U'零', i + 1)) {
    const Span place = spoken.source(text.bytes[i]);
    if (place.end > source.size() || source.substr(place.begin, place.size()) != zero) continue;
    hanzi.folded[i] = U'〇';
    if (!hanzi.written.empty()) hanzi.written[i] = U'〇';
  }
}

/// The longest word at `at`, as it is written or in the other script; of two equally long ones the later. A
/// single hanzi with a reading of its own matches as it is written: 发 is no 髮.
const UserWord* longest_user_word_at(const HanziText& text, const LookedUp& hanzi, std::uint32_t at,
                                     std::uint32_t end, const UserLexicon& words) {
  const UserWord* folded = words.longest_at(std::u32string_view(hanzi.folded).substr(at, end - at));
  if (hanzi.written.empty()) return folded;
  const UserWord* written = words.longest_at(std::u32string_view(hanzi.written).substr(at, end - at));
  if (folded && folded->hanzi.size() == 1 && has_own_reading(text, at)) return written;
  if (!folded || !written) return folded ? folded : written;
  if (folded->hanzi.size() != written->hanzi.size())
    return folded->hanzi.size() > written->hanzi.size() ? folded : written;
  return is_later(*folded, *written) ? folded : written;
}

}  // namespace

void find_user_words(HanziText& text, const MappedText& spoken, const Corrections& corrections) {
  LookedUp hanzi{text.codes, text.written};
  restore_zeros(hanzi, text, spoken, corrections.source);
  for (std::uint32_t begin = 0; begin < text.size();) {
    std::uint32_t end = begin + 1;
    while (text.joined(end)) ++end;
    while (begin < end) {
      const UserWord* word = longest_user_word_at(text, hanzi, begin, end, *corrections.words);
      if (word) text.user_words.push_back({begin, word});
      begin += word ? static_cast<std::uint32_t>(word->hanzi.size()) : 1;
    }
  }
}

void read_by_corrections(HanziText& text, const MappedText& spoken, std::span<const ReadingMark> marks,
                         const TraditionalView& traditional) {
  for (const UserMatch& match : text.user_words) {
    for (std::size_t i = 0; i < match.word->hanzi.size(); ++i) {
      text.syllables[match.begin + i] = match.word->reading[i];
      text.origin[match.begin + i] = Origin::user;
    }
  }
  if (!marks.empty()) read_by_marks(text, spoken, marks, traditional);
  if (!text.user_words.empty() || !text.marks.empty()) read_repetitions(text);
}

std::vector<Correction> list_corrections(const HanziText& text, const MappedText& spoken,
                                         const Corrections& corrections) {
  std::vector<Correction> list;
  std::vector<UserMatch> matches = text.user_words;
  std::erase_if(matches, [&](const UserMatch& match) { return !is_heard(text, match); });
  std::stable_sort(matches.begin(), matches.end(),
                   [](const UserMatch& a, const UserMatch& b) { return std::less<>()(a.word, b.word); });
  const auto same_word = [](const UserMatch& a, const UserMatch& b) { return a.word == b.word; };
  matches.erase(std::unique(matches.begin(), matches.end(), same_word), matches.end());
  for (const UserMatch& match : matches)
    list.push_back(correction_of(text, spoken, match, *corrections.words));
  for (const MarkMatch& match : text.marks) list.push_back(correction_of(*match.mark));
  std::stable_sort(list.begin(), list.end(),
                   [](const Correction& a, const Correction& b) { return a.source.begin < b.source.begin; });
  return list;
}

}  // namespace langdu
