#pragma once
#include <string>
#include <vector>

#include "read/document.h"

namespace langdu {

/// A chapter as a run of blocks: it ends where the next one begins.
struct Section {
  std::string title;          ///< the heading as shown; of the opening, the document's title
  int level = 1;              ///< 1 is the outermost
  bool opening = false;       ///< stands before the first heading
  std::size_t first_block = 0;
};

/// Finds the headings in the cleaned blocks, marks them (BlockKind::heading and its level; everything else becomes
/// a paragraph) and returns the sections, which tile the blocks. Without any block the result is empty.
std::vector<Section> find_sections(Document& document);

}  // namespace langdu
