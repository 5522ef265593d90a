#pragma once
#include <cstdint>

#include "read/html_runs.h"
#include "read/html_tree.h"

namespace langdu {

/// Where a page shows its title.
struct HtmlTitle {
  const HtmlRun* run = nullptr;  ///< nullptr: nowhere
  std::uint32_t begin = 0;       ///< its first row in the run: a mark may stand in front of it ([游记])
  /// The row of a <br> in the run: then its first line is the title. 0: all of it is.
  std::uint32_t end = 0;
  std::uint32_t buttons = 0;  ///< the first row of the buttons behind it, or the row behind the run
};

/// Finds the run that shows the start of what the page calls itself (<title>): of several, a heading, and the
/// last one in front of the text.
HtmlTitle find_html_title(const HtmlTree& tree, const HtmlRuns& text);

}  // namespace langdu
