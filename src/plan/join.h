#pragma once
#include <string_view>
#include <vector>

#include "plan/plan.h"

namespace langdu {

/// Puts a plan behind a book: its utterances, and its chapters as a group, in which the first is of the
/// outermost level and the others are one level further in. The group's first chapter has the title of the
/// document, or `name` when it has none, and its own behind it unless it is the document's title read aloud.
/// The book has the title, author,
/// date and cover of the first document that has one. Throws Error(too_large) for `name` when the sources
/// are too large together.
void join(Plan& book, Plan plan, std::string_view name);

}  // namespace langdu
