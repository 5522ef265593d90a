#include <algorithm>

#include "audio/render.h"
#include "output/captions.h"
#include "output/clock_time.h"
#include "output/sidecars.h"
#include "output/tag_text.h"

namespace langdu {
namespace {

constexpr CaptionShape one_line{20, 1};

std::string stamp(std::uint64_t ms) {
  return fmt::format("[{:02}:{:02}.{:02}]", ms / 60000, ms / 1000 % 60, ms / 10 % 100);
}

/// LRC has no escapes. An invisible word joiner keeps a bracket or a digit from being read as a time.
std::string lrc_line(std::string_view text) {
  constexpr std::string_view word_joiner = "\u2060";
  std::string line;
  for (const char c : text) {
    if (c == '[' && line.empty()) line += word_joiner;
    line += c;
    if (c == '<') line += word_joiner;
  }
  return line;
}

std::string lrc_title(std::string_view title) {
  std::string text = tag_text(title);
  for (auto at = text.find(']'); at != text.npos; at = text.find(']', at)) text.replace(at, 1, "］");
  return text;
}

}  // namespace

/// Behind the last line of a chapter an empty one clears the display.
std::string lrc_text(const Plan& plan, const Timeline& timeline, std::string_view) {
  const std::uint64_t seconds = units_at(timeline.frames, timeline.sample_rate, 1);
  std::string text;
  if (!plan.metadata.title.empty()) text += fmt::format("[ti:{}]\n", lrc_title(plan.metadata.title));
  text += fmt::format("[length:{:02}:{:02}]\n", seconds / 60, seconds % 60);
  const std::vector<ChapterMark> marks = chapter_marks(plan, timeline);
  auto mark = marks.begin();
  std::uint64_t last_end = 0;
  make_captions(plan, timeline, one_line, [&](const Caption& caption) {
    while (mark != marks.end() && plan.chapters[mark->chapter].first <= caption.utterance) {
      if (mark != marks.begin()) text += stamp(last_end) + '\n';
      ++mark;
    }
    const Utterance& utterance = plan.utterances[caption.utterance];
    const Span line{caption.lines.front().begin, caption.lines.back().end};
    text += stamp(caption.begin) + lrc_line(caption_text(utterance, line)) + '\n';
    last_end = caption.end;
  });
  if (!timeline.cues.empty()) text += stamp(last_end) + '\n';
  return text;
}

}  // namespace langdu
