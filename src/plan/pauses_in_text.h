#pragma once
#include <vector>

#include "plan/plan.h"

namespace langdu {

/// Puts the writer's pauses behind the words that stand before them; a clause with one inside is cut there.
/// Several behind one word add up. One before the
/// first word has no effect, and one inside a word is made behind it, which notes say. One in a dropped line
/// is none.
void put_pauses(Plan& plan, std::vector<PauseMark> pauses);

}  // namespace langdu
