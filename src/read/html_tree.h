#pragma once
#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace langdu {

/// An element or a text of an HTML page, as a row of a list in the order of the page: the children of a row
/// follow it, up to `end`. A tag that was taken out before the page was parsed (html_prepare.h) is an element
/// without a name and without attributes.
struct HtmlNode {
  const GumboNode* node = nullptr;
  std::uint32_t parent = 0;          ///< row; of the first row: itself
  std::uint32_t end = 0;             ///< the row behind its last descendant
  GumboTag tag = GUMBO_TAG_UNKNOWN;  ///< of an element
  bool is_text = false;
  Span source{};  ///< of a text: its bytes with the markup inside them; of an element: its start tag
};

/// A parsed page. Any bytes give one.
class HtmlTree {
 public:
  /// Parses the bytes `html` of `source`, which must outlive the tree. Tags that are nested deeper than
  /// `deepest` count as blanks: too_deep() says where the first one stands.
  HtmlTree(std::string_view source, Span html);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  static constexpr std::size_t deepest = 400;

  const std::vector<HtmlNode>& nodes() const { return nodes_; }
  std::string_view attribute(const HtmlNode& node, const char* name) const;
  bool has_attribute(const HtmlNode& node, const char* name) const;
  /// The text between the tags <title>, as it is shown.
  std::string title() const;
  /// The page as it was parsed, byte for byte at the places of the source; tags that do not count are blanks.
  std::string_view parsed() const { return parsed_; }
  /// The first tag that was too deep; empty when there was none.
  Span too_deep() const { return too_deep_; }

 private:
  struct Arena;
  void flatten(const GumboNode* root, std::uint32_t offset, std::string_view source);

  std::unique_ptr<Arena> arena_;
  std::string parsed_;  ///< a copy of the page with some tags blanked
  std::vector<HtmlNode> nodes_;
  Span too_deep_{};
};

/// Whether the element begins a line of its own (the styles that browsers have for it).
bool is_block_element(GumboTag tag);

/// 1 to 6 for <h1> to <h6>, 0 for other elements and texts.
int heading_level(GumboTag tag);

/// Whether the element shows what is in it in bold.
bool is_bold(const HtmlTree& tree, const HtmlNode& element);

}  // namespace langdu
