#include "read/html_author.h"

#include <algorithm>
#include <array>

#include "read/author.h"
#include "text/ascii.h"

namespace langdu {

/// The first kind that names somebody; of that all, as a page has an element for each author.
std::string html_author(const HtmlTree& tree) {
  constexpr std::array<std::string_view, 2> kinds = {"author", "article:author"};
  std::string authors;
  for (const std::string_view kind : kinds) {
    for (const HtmlNode& node : tree.nodes()) {
      if (node.tag != GUMBO_TAG_META) continue;
      const auto is_kind = [&](const char* name) { return lower_ascii(tree.attribute(node, name)) == kind; };
      if (is_kind("name") || is_kind("property")) add_author(authors, tree.attribute(node, "content"));
    }
    if (!authors.empty()) break;
  }
  return authors;
}

}  // namespace langdu
