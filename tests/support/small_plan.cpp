#include "support/small_plan.h"

namespace langdu {

Plan small_plan(const std::vector<std::string>& titles, std::uint32_t utterances) {
  Plan plan;
  Word word;
  word.syllables.push_back({});
  word.syllables.push_back({});
  for (const std::string& title : titles) {
    Chapter chapter;
    chapter.title = title;
    chapter.first = static_cast<std::uint32_t>(plan.utterances.size());
    plan.chapters.push_back(chapter);
    plan.blocks.push_back({chapter.first});
    for (std::uint32_t i = 0; i < utterances; ++i) {
      Segment clause;
      clause.words = {word};
      clause.after = Pause::clause;
      Segment rest = clause;
      rest.after = i + 1 == utterances ? Pause::chapter : Pause::sentence;
      Utterance utterance;
      utterance.shown = title + " " + std::to_string(i);
      utterance.segments = {clause, rest};
      plan.utterances.push_back(utterance);
    }
  }
  return plan;
}

Plan hasty_plan(const std::vector<std::string>& titles) {
  Plan plan = small_plan(titles, 1);
  for (Utterance& utterance : plan.utterances) {
    for (Segment& segment : utterance.segments) segment.after = Pause::none;
  }
  return plan;
}

std::vector<std::string> numbered_titles(std::size_t count) {
  std::vector<std::string> titles;
  for (std::size_t i = 1; i <= count; ++i) titles.push_back("chapter " + std::to_string(i));
  return titles;
}

}  // namespace langdu
