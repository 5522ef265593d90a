#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "read/html_tree.h"

namespace langdu {

/// What of a page is its text.
struct HtmlBody {
  /// Of each row of the tree that is a text: why it is not read; empty when it is.
  std::vector<std::string_view> dropped;
  /// The row of the element that shows the title, or 0. It holds nothing else, unless `title_end` is the row
  /// of a <br> in it: then its first line is the title.
  std::uint32_t title = 0;
  std::uint32_t title_end = 0;
};

/// Finds the body by where the sentences stand (text density) and by the page's own marks (html_marks.h), and
/// the title by what the page calls itself. A page without sentences is all body but for what its marks say.
/// `keep_all`: only what no browser shows is left out.
HtmlBody find_html_body(const HtmlTree& tree, bool keep_all);

}  // namespace langdu
