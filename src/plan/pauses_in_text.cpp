#include "plan/pauses_in_text.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

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
  std::uint32_t begin;  ///< in the source
  Place place;
};

std::vector<PlacedWord> words_by_source(const Plan& plan) {
  std::vector<PlacedWord> words;
  for (std::size_t u = 0; u < plan.utterances.size(); ++u) {
    const auto& segments = plan.utterances[u].segments;
    for (std::size_t s = 0; s < segments.size(); ++s) {
      for (std::size_t w = 0; w < segments[s].words.size(); ++w)
        words.push_back({segments[s].words[w].source.begin, {u, s, w}});
    }
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const PlacedWord& a, const PlacedWord& b) { return a.begin < b.begin; });
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

}  // namespace

void put_pauses(Plan& plan, std::span<const PauseMark> pauses) {
  if (pauses.empty()) return;
  const std::vector<PlacedWord> words = words_by_source(plan);
  std::map<Place, std::uint32_t> wanted;  // behind the word; in milliseconds
  for (const PauseMark& pause : pauses) {
    const auto behind = std::partition_point(
        words.begin(), words.end(), [&](const PlacedWord& word) { return word.begin < pause.source.begin; });
    if (behind == words.begin()) {
      plan.notes.push_back(
          {Severity::warning, pause.source, "the pause has no effect: nothing is spoken before it"});
    } else {
      wanted[std::prev(behind)->place] += pause.milliseconds;
    }
  }
  // From the end, so that the places of what is still to do stay right.
  for (auto entry = wanted.rbegin(); entry != wanted.rend(); ++entry) {
    const auto& [place, milliseconds] = *entry;
    auto& segments = plan.utterances[place.utterance].segments;
    if (place.word + 1 < segments[place.segment].words.size()) cut(segments, place.segment, place.word + 1);
    segments[place.segment].exact_pause = milliseconds;
  }
}

}  // namespace langdu
