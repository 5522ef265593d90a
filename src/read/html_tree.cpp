#include "read/html_tree.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory_resource>

#include "read/html_prepare.h"
#include "read/html_scan.h"
#include "text/utf8.h"

namespace langdu {
namespace {

// "Rendering" of the HTML standard: display: block, list-item, and the parts of tables.
constexpr std::array block_elements = {
    GUMBO_TAG_ADDRESS,  GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE,  GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BODY,
    GUMBO_TAG_CAPTION,  GUMBO_TAG_CENTER,  GUMBO_TAG_DD,     GUMBO_TAG_DETAILS,    GUMBO_TAG_DIR,
    GUMBO_TAG_DIV,      GUMBO_TAG_DL,      GUMBO_TAG_DT,     GUMBO_TAG_FIELDSET,   GUMBO_TAG_FIGCAPTION,
    GUMBO_TAG_FIGURE,   GUMBO_TAG_FOOTER,  GUMBO_TAG_FORM,   GUMBO_TAG_H1,         GUMBO_TAG_H2,
    GUMBO_TAG_H3,       GUMBO_TAG_H4,      GUMBO_TAG_H5,     GUMBO_TAG_H6,         GUMBO_TAG_HEADER,
    GUMBO_TAG_HGROUP,   GUMBO_TAG_HR,      GUMBO_TAG_HTML,   GUMBO_TAG_LEGEND,     GUMBO_TAG_LI,
    GUMBO_TAG_MAIN,     GUMBO_TAG_MENU,    GUMBO_TAG_NAV,    GUMBO_TAG_OL,         GUMBO_TAG_OPTGROUP,
    GUMBO_TAG_OPTION,   GUMBO_TAG_P,       GUMBO_TAG_PRE,    GUMBO_TAG_SECTION,    GUMBO_TAG_SUMMARY,
    GUMBO_TAG_TABLE,    GUMBO_TAG_TBODY,   GUMBO_TAG_TD,     GUMBO_TAG_TFOOT,      GUMBO_TAG_TH,
    GUMBO_TAG_THEAD,    GUMBO_TAG_TR,      GUMBO_TAG_UL,     GUMBO_TAG_XMP,        GUMBO_TAG_LISTING,
    GUMBO_TAG_TEXTAREA, GUMBO_TAG_SELECT,  GUMBO_TAG_IFRAME, GUMBO_TAG_FRAMESET,   GUMBO_TAG_HEAD,
    GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TITLE,
};

}  // namespace

namespace {

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

/// The row of a node, but for its place in the list; without a node when it has none.
HtmlNode row_of(const GumboNode& node, std::string_view parsed, std::string_view source,
                std::uint32_t offset) {
  const GumboStringPiece& piece = is_element(node) ? node.v.element.original_tag : node.v.text.original_text;
  HtmlNode row;
  if (piece.data != nullptr && piece.length > 0) {
    const auto begin = static_cast<std::uint32_t>(piece.data - parsed.data()) + offset;
    row.source = {begin, begin + static_cast<std::uint32_t>(piece.length)};
  }
  if (is_element(node)) {
    row.tag = node.v.element.tag;
  } else if (node.type == GUMBO_NODE_COMMENT) {
    // Of comments only what was a tag before the page was prepared: it may be a reading mark.
    if (row.source.size() < 2 || source[row.source.begin + 1] == parsed[row.source.begin + 1 - offset])
      return {};
  } else {
    row.is_text = true;
  }
  row.node = &node;
  return row;
}

/// The parser puts the text in front of </form> behind the form, and its end tag into the text.
bool is_end_of_form(const GumboNode& node) {
  if (node.type != GUMBO_NODE_TEXT || node.v.text.original_text.data == nullptr) return false;
  const std::string_view text(node.v.text.original_text.data, node.v.text.original_text.length);
  const std::size_t tag = text.rfind('<');
  if (tag == std::string_view::npos) return false;
  const HtmlTag last = scan_html_tag(text, tag);
  return last.closing && last.name == "form";
}

}  // namespace

/// The parser's memory, given back at once: its own way to free a tree is recursive.
struct HtmlTree::Arena {
  std::pmr::monotonic_buffer_resource memory{1 << 16};
  static void* allocate(void* arena, std::size_t size) {
    // An allocation of no bytes needs an address too.
    return static_cast<Arena*>(arena)->memory.allocate(std::max<std::size_t>(size, 1),
                                                       alignof(std::max_align_t));
  }
  static void free(void*, void*) {}
};

HtmlTree::HtmlTree(std::string_view source, Span html)
    : arena_(std::make_unique<Arena>()), parsed_(source.substr(html.begin, html.size())) {
  const Span deep = prepare_html(parsed_, deepest);
  if (!deep.empty()) too_deep_ = {deep.begin + html.begin, deep.end + html.begin};
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = Arena::allocate;
  options.deallocator = Arena::free;
  options.userdata = arena_.get();
  options.max_errors = 0;
  const GumboOutput* output = gumbo_parse_with_options(&options, parsed_.data(), parsed_.size());
  flatten(output->root, html.begin, source);
}

HtmlTree::~HtmlTree() = default;

void HtmlTree::flatten(const GumboNode* root, std::uint32_t offset, std::string_view source) {
  struct Open {
    const GumboVector* children;
    unsigned next;
    std::uint32_t row;
  };
  std::vector<Open> open;
  const auto add = [&](const GumboNode* node) {
    const auto row = static_cast<std::uint32_t>(nodes_.size());
    HtmlNode one = row_of(*node, parsed_, source, offset);
    if (one.node == nullptr) return;
    one.parent = open.empty() ? 0 : open.back().row;
    one.end = row + 1;
    nodes_.push_back(one);
    if (is_element(*node)) open.push_back({&node->v.element.children, 0, row});
  };
  add(root);
  while (!open.empty()) {
    Open& top = open.back();
    if (top.next < top.children->length) {
      add(static_cast<const GumboNode*>(top.children->data[top.next++]));
      continue;
    }
    if (nodes_[top.row].tag == GUMBO_TAG_FORM && open.size() > 1) {
      Open& around = open[open.size() - 2];
      const bool has_next = around.next < around.children->length;
      const auto* next =
          has_next ? static_cast<const GumboNode*>(around.children->data[around.next]) : nullptr;
      if (next != nullptr && is_end_of_form(*next)) {
        ++around.next;
        add(next);
      }
    }
    nodes_[open.back().row].end = static_cast<std::uint32_t>(nodes_.size());
    open.pop_back();
  }
}

std::string_view HtmlTree::attribute(const HtmlNode& node, const char* name) const {
  if (!is_element(*node.node)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node.node->v.element.attributes, name);
  return found == nullptr ? std::string_view{} : std::string_view(found->value);
}

bool HtmlTree::has_attribute(const HtmlNode& node, const char* name) const {
  return is_element(*node.node) && gumbo_get_attribute(&node.node->v.element.attributes, name) != nullptr;
}

std::string HtmlTree::title() const {
  const auto found = std::find_if(nodes_.begin(), nodes_.end(),
                                  [](const HtmlNode& node) {  // not that of an image (SVG)
                                    return node.tag == GUMBO_TAG_TITLE &&
                                           node.node->v.element.tag_namespace == GUMBO_NAMESPACE_HTML;
                                  });
  std::string title;
  if (found == nodes_.end()) return title;
  for (std::uint32_t row = static_cast<std::uint32_t>(found - nodes_.begin()) + 1; row < found->end; ++row) {
    if (nodes_[row].is_text) title += nodes_[row].node->v.text.text;
  }
  const Span inner = without_edge_blanks(title);
  return title.substr(inner.begin, inner.size());
}

bool is_block_element(GumboTag tag) {
  static constexpr auto is_block = [] {
    std::array<bool, GUMBO_TAG_LAST + 1> all{};
    for (const GumboTag one : block_elements) all[one] = true;
    return all;
  }();
  return tag <= GUMBO_TAG_LAST && is_block[tag];
}

int heading_level(GumboTag tag) {
  if (tag < GUMBO_TAG_H1 || tag > GUMBO_TAG_H6) return 0;
  return static_cast<int>(tag) - static_cast<int>(GUMBO_TAG_H1) + 1;
}

bool is_bold(const HtmlTree& tree, const HtmlNode& node) {
  if (node.tag == GUMBO_TAG_B || node.tag == GUMBO_TAG_STRONG) return true;
  const std::string_view style = tree.attribute(node, "style");
  const auto at = style.find("font-weight");
  if (at == std::string_view::npos) return false;
  const auto value = style.substr(at, style.find(';', at) - at);
  return value.find("bold") != std::string_view::npos || value.find("700") != std::string_view::npos;
}

}  // namespace langdu
