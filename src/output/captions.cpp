#include "output/captions.h"

#include <algorithm>
#include <optional>

#include "output/clock_time.h"
#include "output/tag_text.h"

namespace langdu {
namespace {

/// A place in the shown text, and the frame at which it is heard.
struct Heard {
  std::uint32_t place;
  std::uint64_t frame;
};

/// Where the words of an utterance are written and heard: one entry a place, both going up.
std::vector<Heard> heard_words(const Utterance& utterance, const Timeline& timeline, const Cue& cue) {
  std::vector<Heard> heard;
  std::size_t index = cue.first_word;
  for (const Segment& segment : utterance.segments) {
    for (const Word& word : segment.words) {
      if (index >= timeline.word_begins.size()) return heard;
      const std::uint64_t frame = std::min(cue.begin + timeline.word_begins[index++], cue.end);
      if (heard.empty() || word.shown > heard.back().place) heard.push_back({word.shown, frame});
    }
  }
  return heard;
}

/// The frame at which each part begins.
std::vector<std::uint64_t> part_begins(const std::vector<std::vector<Span>>& parts,
                                       const std::vector<Heard>& heard, const Cue& cue) {
  std::vector<std::optional<std::uint64_t>> known(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto first = std::partition_point(
        heard.begin(), heard.end(), [&](const Heard& word) { return word.place < parts[i].front().begin; });
    if (first != heard.end() && first->place < parts[i].back().end) known[i] = first->frame;
  }
  if (!known.empty()) known.front() = cue.begin;

  std::vector<std::uint64_t> begins;
  for (std::size_t i = 0; i < parts.size();) {
    const std::uint64_t begin = *known[i];
    std::size_t next = i + 1;
    while (next < parts.size() && !known[next]) ++next;
    const std::uint64_t end = next < parts.size() ? std::max(*known[next], begin) : cue.end;
    const std::uint64_t first = parts[i].front().begin;
    const std::uint64_t bytes = parts[next - 1].back().end - first;
    for (; i < next; ++i) begins.push_back(begin + (end - begin) * (parts[i].front().begin - first) / bytes);
  }
  return begins;
}

}  // namespace

void make_captions(const Plan& plan, const Timeline& timeline, const CaptionShape& shape,
                   const OnCaption& on) {
  const auto ms = [&](std::uint64_t frame) { return units_at(frame, timeline.sample_rate, 1000); };
  std::uint64_t last_end = 0;
  std::vector<std::uint32_t> places;
  for (const Cue& cue : timeline.cues) {
    const Utterance& utterance = plan.utterances.at(cue.utterance);
    const std::vector<Heard> heard = heard_words(utterance, timeline, cue);
    places.clear();
    for (const Heard& word : heard) places.push_back(word.place);
    std::vector<std::vector<Span>> parts = divide_text(utterance.shown, places, shape);
    const std::vector<std::uint64_t> begins = part_begins(parts, heard, cue);
    auto word = heard.begin();
    for (std::size_t i = 0; i < parts.size(); ++i) {
      Caption caption;
      caption.utterance = cue.utterance;
      caption.begin = std::max(ms(begins[i]), last_end);
      caption.end = std::max(ms(i + 1 < parts.size() ? begins[i + 1] : cue.end), caption.begin + 1);
      caption.lines = std::move(parts[i]);
      for (; word != heard.end() && word->place < caption.lines.back().end; ++word)
        caption.words.push_back({word->place, std::clamp(ms(word->frame), caption.begin, caption.end)});
      last_end = caption.end;
      on(caption);
    }
  }
}

std::string caption_text(const Utterance& utterance, Span range) {
  return tag_text(std::string_view(utterance.shown).substr(range.begin, range.size()));
}

}  // namespace langdu
