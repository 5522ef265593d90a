#pragma once
#include <cstddef>

#include "plan/plan.h"

namespace langdu {

/// The utterances [range.begin, range.end) as a plan of their own. A chapter or paragraph that began earlier
/// begins with it. The source and its parts stay whole, so that places can be named; notes and dropped pieces
/// are left to the whole plan.
Plan part_of(const Plan& plan, Span range);

/// The utterances of a chapter, an index in plan.chapters.
Span utterances_of(const Plan& plan, std::size_t chapter);

}  // namespace langdu
