#pragma once
#include <span>

#include "plan/plan.h"

namespace langdu {

/// Puts the writer's pauses behind the words that stand before them; a clause with one inside is cut there.
/// Several behind one word add up. One before the first word has no effect, which a note says.
void put_pauses(Plan& plan, std::span<const PauseMark> pauses);

}  // namespace langdu
