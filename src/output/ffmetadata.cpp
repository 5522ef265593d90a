#include <fmt/format.h>

#include "audio/render.h"
#include "output/sidecars.h"
#include "output/tag_text.h"

namespace langdu {
namespace {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : tag_text(text)) {
    if (c == '=' || c == ';' || c == '#' || c == '\\') result += '\\';
    result += c;
  }
  if (result.ends_with('\\')) result += ' ';  // ffmpeg 5 would take the line end for escaped
  return result;
}

}  // namespace

/// For 'ffmpeg -i SOUND -i this -map_chapters 1'. Times count samples.
std::string ffmetadata_text(const Plan& plan, const Timeline& timeline, std::string_view) {
  std::string text = ";FFMETADATA1\n";
  if (!plan.metadata.title.empty()) text += fmt::format("title={}\n", escaped(plan.metadata.title));
  for (const ChapterMark& mark : chapter_marks(plan, timeline)) {
    text += fmt::format("[CHAPTER]\nTIMEBASE=1/{}\nSTART={}\nEND={}\ntitle={}\n", timeline.sample_rate,
                        mark.begin, mark.end, escaped(plan.chapters[mark.chapter].title));
  }
  return text;
}

}  // namespace langdu
