#pragma once
#include <vector>

#include "read/document.h"

namespace langdu {

/// Finds the title and the date, and drops the lines that are not the text: boilerplate by the table of
/// boilerplate_rules.h, and the title where it is said again. With `keep_all` only title and date are taken,
/// and nothing is dropped. The title's block becomes BlockKind::heading with level 0. Blocks hold whole lines
/// without blanks at their ends.
void drop_boilerplate(Document& document, bool keep_all);

}  // namespace langdu
