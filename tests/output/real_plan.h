#pragma once
#include "pinyin/test_lexicon.h"
#include "plan/planner.h"

namespace langdu {

/// The plan of a Markdown text.
inline Plan plan_of_text(const std::string& text) {
  static const Lexicon lexicon = open_test_lexicon();
  return make_plan(text, "text.md", lexicon, {});
}

}  // namespace langdu
