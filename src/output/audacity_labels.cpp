#include <fmt/format.h>

#include "audio/render.h"
#include "output/sidecars.h"
#include "output/tag_text.h"

namespace langdu {

/// A line a chapter: begin, end, title, with tabs between. Audacity writes six digits, too.
std::string audacity_labels_text(const Plan& plan, const Timeline& timeline, std::string_view) {
  std::string text;
  for (const ChapterMark& mark : chapter_marks(plan, timeline)) {
    text += fmt::format("{:.6f}\t{:.6f}\t{}\n", static_cast<double>(mark.begin) / timeline.sample_rate,
                        static_cast<double>(mark.end) / timeline.sample_rate,
                        tag_text(plan.chapters[mark.chapter].title));
  }
  return text;
}

}  // namespace langdu
