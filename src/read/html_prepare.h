#pragma once
#include <cstddef>
#include <string>

#include "text/span.h"

namespace langdu {

/// Makes a page fit for the parser, whose time and memory grow with the depth of the elements, with the
/// number of attributes of one, and with the bold, italic and link tags that are left open (it opens them
/// again in each paragraph). Tags beyond what pages have become blanks or comments; no byte moves. Returns
/// the first tag that is nested deeper than `deepest`.
Span prepare_html(std::string& html, std::size_t deepest);

}  // namespace langdu
