#pragma once
#include <string>
#include <vector>

#include "plan/plan.h"

namespace langdu {

/// A plan without a document: one chapter a title, each of `utterances` sentences of two clauses, of one word
/// of two syllables each; a chapter is one paragraph. The pauses are clause, sentence, and chapter behind a
/// chapter's last sentence.
Plan small_plan(const std::vector<std::string>& titles, std::uint32_t utterances = 2);

/// The same without any pause, so that many chapters take little time.
Plan hasty_plan(const std::vector<std::string>& titles);

/// "chapter 1", "chapter 2", ...
std::vector<std::string> numbered_titles(std::size_t count);

}  // namespace langdu
