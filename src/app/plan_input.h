#pragma once
#include <string>

#include "app/settings.h"
#include "plan/plan.h"

namespace langdu {

/// Reads `input` (a path, or "-") and plans it, telling each stage with -v and printing the notes as
/// "file:line:column:
/// ...". Throws what read_input, Lexicon::open and
/// load_user_words throw, the last before the input is read.
Plan plan_input(const Settings& settings, const std::string& input);

/// Throws Error(nothing_to_read) for a plan without an utterance; the message says how much was dropped.
void require_utterances(const std::string& input, const Plan& plan);

}  // namespace langdu
