#pragma once
#include <string_view>
#include <vector>

#include "read/document.h"

namespace langdu {

/// Takes the blocks out of the document that have a rule in `rules` (as many as blocks; empty: kept), and
/// lists them as dropped.
void drop_blocks(Document& document, const std::vector<std::string_view>& rules);

}  // namespace langdu
