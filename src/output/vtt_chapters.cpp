#include <algorithm>

#include "audio/render.h"
#include "output/clock_time.h"
#include "output/sidecars.h"
#include "output/tag_text.h"
#include "output/vtt_escape.h"

namespace langdu {

std::string vtt_chapters_text(const Plan& plan, const Timeline& timeline, std::string_view) {
  std::string text = "WEBVTT\n";
  std::size_t number = 0;
  for (const ChapterMark& mark : chapter_marks(plan, timeline)) {
    const std::uint64_t begin = units_at(mark.begin, timeline.sample_rate, 1000);
    const std::uint64_t end = std::max(units_at(mark.end, timeline.sample_rate, 1000), begin + 1);
    text += fmt::format("\n{}\n{} --> {}\n", ++number, clock_time(begin, '.'), clock_time(end, '.'));
    const std::string title = vtt_escape(tag_text(plan.chapters[mark.chapter].title));
    if (!title.empty()) text += title + '\n';
  }
  return text;
}

}  // namespace langdu
