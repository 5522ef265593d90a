#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "read/html_runs.h"
#include "read/html_tree.h"

namespace langdu {

/// Where a page shows its title.
struct HtmlTitle {
  const HtmlRun* run = nullptr;  ///< nullptr: nowhere
  /// The row of a <br> in the run: then its first line is the title. 0: all of it is.
  std::uint32_t end = 0;
};

/// Finds the run that shows the start of what the page calls itself (<title>): of several, a heading, and the
/// last one in front of the text. What belongs to the page in the same element is dropped: a mark in front
/// of the title ([游记]), buttons behind it.
HtmlTitle find_html_title(const HtmlTree& tree, const HtmlRuns& text, std::vector<std::string_view>& dropped);

}  // namespace langdu
