#include "plan/pauses_in_text.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "read/pause_marks.h"

namespace langdu {
namespace {

/// Where a word stands in the plan.
struct Place {
  std::size_t utterance;
  std::size_t segment;
  std::size_t word;
  auto operator<=>(const Place&) const = default;
};

struct PlacedWord {
  Span source;
  Place place;  ///< of the last word of its sentence that is written up to here: $50 is spoken 五十 美元
};

/// In the order in which they are written.
std::vector<PlacedWord> words_by_source(const Plan& plan) {
  std::vector<PlacedWord> words;
  for (std::size_t u = 0; u < plan.utterances.size(); ++u) {
    const auto& segments = plan.utterances[u].segments;
    for (std::size_t s = 0; s < segments.size(); ++s) {
      for (std::size_t w = 0; w < segments[s].words.size(); ++w) {
        const Span source = segments[s].words[w].source;
        // What is said besides what is written belongs to the word before: 元 in 五十元 of ¥50.
        const bool inserted = source.empty() && !words.empty() && words.back().place.utterance == u;
        words.push_back({inserted ? words.back().source : source, {u, s, w}});
      }
    }
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const PlacedWord& a, const PlacedWord& b) { return a.source.begin < b.source.begin; });
  for (std::size_t i = 1; i < words.size(); ++i) {
    const Place& before = words[i - 1].place;
    if (before.utterance == words[i].place.utterance) words[i].place = std::max(words[i].place, before);
  }
  return words;
}

/// The byte behind the first `words` words of a text in which single blanks separate them.
std::size_t end_of_words(const std::string& text, std::size_t words) {
  std::size_t end = 0;
  for (; words > 0; --words) end = std::min(text.find(' ', end), text.size() - 1) + 1;
  return end;
}

/// Cuts the segment behind its first `words` words; the new one follows it.
void cut(std::vector<Segment>& segments, std::size_t index, std::size_t words) {
  Segment rest = segments[index];
  Segment& first = segments[index];
  const auto at = static_cast<std::ptrdiff_t>(words);
  first.words.erase(first.words.begin() + at, first.words.end());
  rest.words.erase(rest.words.begin(), rest.words.begin() + at);
  if (!first.latin.empty()) {
    const std::size_t end = end_of_words(first.latin, words);
    first.latin.resize(end - 1);
    rest.latin.erase(0, end);
  }
  first.ending = Ending::comma;
  first.after = Pause::none;
  first.exact_pause.reset();
  segments.insert(segments.begin() + static_cast<std::ptrdiff_t>(index) + 1, std::move(rest));
}

/// A pause in a line that is not spoken is none.
void leave_out_dropped(const Plan& plan, std::vector<PauseMark>& pauses) {
  std::vector<Span> dropped;
  for (const Dropped& piece : plan.dropped) {
    if (piece.rule != pause_mark_rule) dropped.push_back(piece.source);
  }
  const auto by_begin = [](Span a, Span b) { return a.begin < b.begin; };
  std::sort(dropped.begin(), dropped.end(), by_begin);
  std::stable_sort(pauses.begin(), pauses.end(),
                   [&](const PauseMark& a, const PauseMark& b) { return by_begin(a.source, b.source); });
  auto piece = dropped.begin();
  std::uint32_t end = 0;  // of the dropped pieces that begin before the pause
  std::erase_if(pauses, [&](const PauseMark& pause) {
    for (; piece != dropped.end() && piece->begin <= pause.source.begin; ++piece)
      end = std::max(end, piece->end);
    return pause.source.begin < end;
  });
}

}  // namespace

void put_pauses(Plan& plan, std::vector<PauseMark> pauses) {
  if (pauses.empty()) return;
  leave_out_dropped(plan, pauses);
  const std::vector<PlacedWord> words = words_by_source(plan);
  std::map<Place, std::uint64_t> wanted;  // behind the word; in milliseconds
  for (const PauseMark& pause : pauses) {
    const auto behind = std::partition_point(words.begin(), words.end(), [&](const PlacedWord& word) {
      return word.source.begin < pause.source.begin;
    });
    if (behind == words.begin()) {
      plan.notes.push_back(
          {Severity::warning, pause.source, "the pause has no effect: nothing is spoken before it"});
    } else {
      const PlacedWord& word = *std::prev(behind);
      wanted[word.place] += pause.milliseconds;
      if (word.source.end > pause.source.end)
        plan.notes.push_back(
            {Severity::warning, pause.source,
             "the pause stands inside of what is spoken as one word, and is made behind it"});
    }
  }
  // From the end, so that the places of what is still to do stay right.
  for (auto entry = wanted.rbegin(); entry != wanted.rend(); ++entry) {
    const auto& [place, milliseconds] = *entry;
    auto& segments = plan.utterances[place.utterance].segments;
    if (place.word + 1 < segments[place.segment].words.size()) cut(segments, place.segment, place.word + 1);
    segments[place.segment].exact_pause =
        static_cast<std::uint32_t>(std::min<std::uint64_t>(milliseconds, UINT32_MAX));
  }
}

}  // namespace langdu
