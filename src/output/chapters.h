#pragma once
#include <cstddef>
#include <vector>

#include "audio/timeline.h"
#include "plan/plan.h"

namespace langdu {

/// The marks that a format has room for: when they are more than `most`, the inner levels are left out, and
/// of the outermost level alone the last ones. Those that stay tile the sound again.
std::vector<ChapterMark> choose_chapters(const Plan& plan, std::vector<ChapterMark> marks, std::size_t most);

/// The chapters as rendered, at most `most`. Before anything is rendered: the same ones, with empty times, so
/// that room for them can be kept.
std::vector<ChapterMark> fitting_chapters(const Plan& plan, const Timeline& timeline, std::size_t most);

}  // namespace langdu
