#pragma once
#include <string>
#include <string_view>

#include "normalise/options.h"
#include "pinyin/lexicon.h"
#include "plan/plan.h"
#include "read/encodings.h"

namespace langdu {

struct PlanOptions {
  bool keep_all = false;               ///< drop nothing as boilerplate
  const UserLexicon* words = nullptr;  ///< the user's; nullptr: none
  NormaliseOptions normalise = {};
  const Encoding* encoding = nullptr;  ///< of the text; nullptr: found
};

/// The text stages from bytes to plan, in their order: read, clean, structure, normalise, pinyin, segments.
/// Total: any bytes give a plan, perhaps without an utterance, and notes. `name` is the path, for the format
/// and the parts.
Plan make_plan(std::string content, std::string_view name, const Lexicon& lexicon,
               const PlanOptions& options);

}  // namespace langdu
