#pragma once
#include <vector>

#include "read/document.h"

namespace langdu {

/// Joins lines that were broken at a fixed width, as e-mail, terminals and copies of PDF files have them.
/// It acts only when the whole text shows one width: of the lines that end inside a sentence nearly all must
/// be equally wide. Needs the lines as read, with their indents.
void join_broken_lines(std::vector<Block>& blocks);

}  // namespace langdu
