#pragma once
#include "text/mapped_text.h"

namespace langdu::rules {

/// Leaves one pause mark where several came together (the strongest), none at the beginning, and blanks only
/// between two Latin words.
MappedText tidy(const MappedText& spoken);

}  // namespace langdu::rules
