#pragma once
#include <string>
#include <string_view>

#include "normalise/options.h"
#include "pinyin/lexicon.h"
#include "plan/plan.h"
#include "read/read_options.h"

namespace langdu {

struct PlanOptions {
  ReadOptions read = {};
  const UserLexicon* words = nullptr;  ///< the user's; nullptr: none
  NormaliseOptions normalise = {};
  int chapter_depth = 1;  ///< headings down to this level open chapters
};

/// The text stages from bytes to plan, in their order: read, clean, structure, normalise, pinyin, segments.
/// Total: any bytes give a plan, perhaps without an utterance, and notes. `name` is the path, for the format
/// and the parts.
Plan make_plan(std::string content, std::string_view name, const Lexicon& lexicon,
               const PlanOptions& options);

}  // namespace langdu
