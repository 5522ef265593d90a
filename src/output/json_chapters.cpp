#include "audio/render.h"
#include "output/clock_time.h"
#include "output/sidecars.h"
#include "output/tag_text.h"
#include "plan/json_writer.h"

namespace langdu {

/// Podcasting 2.0: github.com/Podcastindex-org/podcast-namespace, chapters/jsonChapters.md.
std::string json_chapters_text(const Plan& plan, const Timeline& timeline, std::string_view sound_file) {
  std::string text;
  JsonWriter json([&](std::string_view piece) { text += piece; });
  const auto seconds = [&](std::uint64_t frame) {
    return static_cast<double>(units_at(frame, timeline.sample_rate, 1000)) / 1000;
  };
  json.open('{');
  json.member("version", "1.2.0");
  if (!plan.metadata.title.empty()) json.member("title", tag_text(plan.metadata.title));
  json.member("fileName", std::string(sound_file));
  json.key("chapters");
  json.open('[');
  for (const ChapterMark& mark : chapter_marks(plan, timeline)) {
    json.value({{"startTime", seconds(mark.begin)},
                {"endTime", seconds(mark.end)},
                {"title", tag_text(plan.chapters[mark.chapter].title)}});
  }
  json.close();
  json.close();
  json.finish();
  return text;
}

}  // namespace langdu
