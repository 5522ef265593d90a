#include <algorithm>

#include "output/captions.h"
#include "output/clock_time.h"
#include "output/sidecars.h"
#include "output/vtt_escape.h"

namespace langdu {
namespace {

/// A line with a time tag before each word in it, but before the caption's first: a tag must be above the
/// caption's begin, below its end, and above the tag before.
std::string tagged_line(const Utterance& utterance, const Caption& caption, Span line, std::uint64_t& last) {
  std::string text;
  std::uint32_t at = line.begin;
  for (const CaptionWord& word : caption.words) {
    if (word.place < line.begin || word.place >= line.end) continue;
    if (word.begin <= last || word.begin >= caption.end) continue;
    text += vtt_escape(caption_text(utterance, {at, word.place}));
    text += fmt::format("<{}>", clock_time(word.begin, '.'));
    at = word.place;
    last = word.begin;
  }
  return text + vtt_escape(caption_text(utterance, {at, line.end}));
}

std::string captions_of(const Plan& plan, const Timeline& timeline, bool words) {
  std::string text = "WEBVTT\n";
  make_captions(plan, timeline, {}, [&](const Caption& caption) {
    text += fmt::format("\n{} --> {}\n", clock_time(caption.begin, '.'), clock_time(caption.end, '.'));
    const Utterance& utterance = plan.utterances[caption.utterance];
    std::uint64_t last = caption.begin;
    for (const Span line : caption.lines) {
      text += words ? tagged_line(utterance, caption, line, last) : vtt_escape(caption_text(utterance, line));
      text += '\n';
    }
  });
  return text;
}

}  // namespace

std::string vtt_text(const Plan& plan, const Timeline& timeline, std::string_view) {
  return captions_of(plan, timeline, false);
}

std::string word_vtt_text(const Plan& plan, const Timeline& timeline, std::string_view) {
  return captions_of(plan, timeline, true);
}

}  // namespace langdu
