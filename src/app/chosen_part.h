#pragma once
#include <string>

#include "app/settings.h"
#include "plan/plan.h"

namespace langdu {

/// Throws Error(wrong_use) when --section, --from and --to contradict each other.
void check_part(const Settings& settings);

/// What --section, --from and --to want of a plan; all of it without them. `name` is the document's, for
/// messages. Throws Error(no_such_part | wrong_use).
Plan chosen_part(const Settings& settings, const std::string& name, Plan plan);

}  // namespace langdu
