#include "output/chapters.h"

#include <map>

#include "audio/render.h"

namespace langdu {
namespace {

/// The innermost level that still fits; the outermost when not even that fits.
int deepest_level(const Plan& plan, const std::vector<ChapterMark>& marks, std::size_t most) {
  std::map<int, std::size_t> counts;
  for (const ChapterMark& mark : marks) ++counts[plan.chapters[mark.chapter].level];
  int deepest = counts.begin()->first;
  std::size_t sum = 0;
  for (const auto& [level, count] : counts) {
    sum += count;
    if (sum > most) break;
    deepest = level;
  }
  return deepest;
}

}  // namespace

std::vector<ChapterMark> choose_chapters(const Plan& plan, std::vector<ChapterMark> marks, std::size_t most) {
  if (marks.size() <= most) return marks;
  const ChapterMark first = marks.front();
  const ChapterMark last = marks.back();
  const int deepest = deepest_level(plan, marks, most);
  std::erase_if(marks, [&](const ChapterMark& mark) { return plan.chapters[mark.chapter].level > deepest; });
  if (marks.size() > most) marks.resize(most);
  marks.front().begin = first.begin;
  for (std::size_t i = 1; i < marks.size(); ++i) marks[i - 1].end = marks[i].begin;
  marks.back().end = last.end;
  return marks;
}

std::vector<ChapterMark> fitting_chapters(const Plan& plan, const Timeline& timeline, std::size_t most) {
  if (!timeline.cues.empty()) return choose_chapters(plan, chapter_marks(plan, timeline), most);
  Timeline planned;
  planned.cues.resize(plan.utterances.size());
  for (std::uint32_t i = 0; i < planned.cues.size(); ++i) planned.cues[i].utterance = i;
  return choose_chapters(plan, chapter_marks(plan, planned), most);
}

}  // namespace langdu
