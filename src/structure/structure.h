#pragma once
#include <string>
#include <vector>

#include "read/document.h"

namespace langdu {

/// A chapter as a run of blocks: it ends where the next one begins.
struct Section {
  std::string title;     ///< the heading as shown; of the opening, the document's title
  int level = 1;         ///< 1 is the outermost
  bool opening = false;  ///< stands before the first heading
  std::size_t first_block = 0;
};

/// Finds the headings in the cleaned blocks, marks them (BlockKind::heading and its level; everything else
/// becomes a paragraph) and returns the sections, which tile the blocks. Without any block the result is
/// empty.
///
/// A heading is one of a run whose numbers follow each other (heading_forms.h). Levels count from the
/// outermost form that occurs. The document's title is a heading with level 0, as clean/ marked it; it opens
/// no section. Headings down to level `depth` open a section. Without a title the opening is named after the
/// file, or the start of its text. Headings that a reader gave keep their order of levels, those that are
/// found by their numbers nest below them.
std::vector<Section> find_sections(Document& document, int depth = 1);

}  // namespace langdu
