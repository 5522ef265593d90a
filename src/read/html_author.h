#pragma once
#include <string>

#include "read/html_tree.h"

namespace langdu {

/// Who the page says wrote it, in its <meta> elements; empty when it does not.
std::string html_author(const HtmlTree& tree);

}  // namespace langdu
