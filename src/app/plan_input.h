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

/// Reads the files of corrected readings and spoken forms, only to throw what is wrong with them.
void check_user_files(const Settings& settings);

/// Throws Error(nothing_to_read) for a plan without an utterance; the message says how much was dropped.
void require_utterances(const std::string& input, const Plan& plan);

}  // namespace langdu
