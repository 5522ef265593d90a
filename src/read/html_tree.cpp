#include "read/html_tree.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory_resource>

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

/// Their end tags may be left out, so that a count of start and end tags says nothing of their depth.
constexpr std::array<std::string_view, 13> without_end = {
    "p", "li", "dt", "dd", "td", "tr", "th", "option", "tbody", "thead", "tfoot", "optgroup", "rt"};
/// They hold nothing.
constexpr std::array<std::string_view, 17> empty = {"br",    "img",  "hr",    "input",  "meta",    "link",
                                                    "area",  "base", "col",   "embed",  "param",   "source",
                                                    "track", "wbr",  "frame", "keygen", "basefont"};
/// As XHTML writes them, closed at once (<script src=""/>), HTML takes all that follows for their text.
constexpr std::array<std::string_view, 6> raw_text = {"script",   "style",  "title",
                                                      "textarea", "iframe", "xmp"};

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

struct Tag {
  std::string name;     ///< in lower case
  std::size_t end = 0;  ///< behind its ">"
  bool closing = false;
  bool closed_at_once = false;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The end of the tag that opens at `at`: the first ">" that stands in no quoted value.
std::size_t end_of_tag(std::string_view html, std::size_t at) {
  char quote = '\0';
  for (bool value = false; at < html.size(); ++at) {
    const char c = html[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '>') {
      return at + 1;
    } else if ((c == '"' || c == '\'') && value) {
      quote = c;
    }
    if (c != ' ') value = c == '=';
  }
  return html.size();
}

/// The tag that opens with the "<" at `at`; without a name it is none.
Tag read_tag(std::string_view html, std::size_t at) {
  Tag tag;
  std::size_t i = at + 1;
  tag.closing = i < html.size() && html[i] == '/';
  if (tag.closing) ++i;
  for (; i < html.size() && (is_letter(html[i]) || (!tag.name.empty() && is_digit(html[i]))); ++i) {
    tag.name += is_letter(html[i]) ? static_cast<char>(html[i] | 0x20) : html[i];
  }
  tag.end = tag.name.empty() ? i : end_of_tag(html, i);
  tag.closed_at_once =
      tag.end >= 2 && tag.end <= html.size() && html[tag.end - 1] == '>' && html[tag.end - 2] == '/';
  return tag;
}

/// Where the end tag of an element begins whose text holds no tags.
std::size_t end_of_raw_text(std::string_view html, const Tag& start) {
  std::size_t at = html.find("</", start.end);
  while (at != std::string_view::npos && read_tag(html, at).name != start.name) at = html.find("</", at + 2);
  return at;
}

void blank_out(std::string& html, std::size_t begin, std::size_t end) {
  std::fill(html.begin() + static_cast<std::ptrdiff_t>(begin),
            html.begin() + static_cast<std::ptrdiff_t>(end), ' ');
}

/// Blanks the tags that are nested too deep: the parser's time grows with the depth.
class DepthLimit {
 public:
  explicit DepthLimit(std::string& html) : html_(html) {}

  void see(const Tag& tag, std::size_t at) {
    if (contains(without_end, tag.name) || contains(empty, tag.name) || contains(raw_text, tag.name) ||
        tag.closed_at_once)
      return;
    const bool skip = tag.closing ? skipped_ > 0 : depth_ >= HtmlTree::deepest;
    if (skip) {
      if (first_.empty()) first_ = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(tag.end)};
      blank_out(html_, at, tag.end);
    }
    std::size_t& count = skip ? skipped_ : depth_;
    if (!tag.closing) ++count;
    if (tag.closing && count > 0) --count;
  }

  Span first() const { return first_; }

 private:
  std::string& html_;
  std::size_t depth_ = 0;
  std::size_t skipped_ = 0;  ///< open tags that were blanked
  Span first_{};
};

/// Makes `html` fit for the parser without moving a byte. Returns the first tag that is nested too deep.
Span prepare(std::string& html) {
  DepthLimit limit(html);
  for (std::size_t at = html.find('<'); at != std::string::npos;) {
    if (html.compare(at, 4, "<!--") == 0) {
      const std::size_t end = html.find("-->", at + 4);
      at = end == std::string::npos ? end : html.find('<', end + 3);
      continue;
    }
    const Tag tag = read_tag(html, at);
    if (tag.name.empty()) {
      at = html.find('<', at + 1);
    } else if (!tag.closing && contains(raw_text, tag.name)) {
      if (tag.closed_at_once) blank_out(html, at, tag.end);
      at = tag.closed_at_once ? html.find('<', tag.end) : end_of_raw_text(html, tag);
    } else {
      limit.see(tag, at);
      at = html.find('<', tag.end);
    }
  }
  return limit.first();
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
  const Span deep = prepare(parsed_);
  if (!deep.empty()) too_deep_ = {deep.begin + html.begin, deep.end + html.begin};
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = Arena::allocate;
  options.deallocator = Arena::free;
  options.userdata = arena_.get();
  options.max_errors = 0;
  const GumboOutput* output = gumbo_parse_with_options(&options, parsed_.data(), parsed_.size());
  flatten(output->root, html.begin, parsed_);
}

HtmlTree::~HtmlTree() = default;

void HtmlTree::flatten(const GumboNode* root, std::uint32_t offset, std::string_view parsed) {
  const auto place = [&](const GumboStringPiece& piece) {
    if (piece.data == nullptr || piece.length == 0) return Span{};
    const auto begin = static_cast<std::uint32_t>(piece.data - parsed.data()) + offset;
    return Span{begin, begin + static_cast<std::uint32_t>(piece.length)};
  };
  struct Open {
    const GumboVector* children;
    unsigned next;
    std::uint32_t row;
  };
  std::vector<Open> open;
  const auto add = [&](const GumboNode* node) {
    const auto row = static_cast<std::uint32_t>(nodes_.size());
    const std::uint32_t parent = open.empty() ? 0 : open.back().row;
    switch (node->type) {
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE:
        nodes_.push_back(
            {node, parent, row + 1, node->v.element.tag, false, place(node->v.element.original_tag)});
        open.push_back({&node->v.element.children, 0, row});
        break;
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
        nodes_.push_back({node, parent, row + 1, GUMBO_TAG_UNKNOWN, true, place(node->v.text.original_text)});
        break;
      default:  // blanks between elements are texts too, but show nothing at the edges of blocks
        if (node->type == GUMBO_NODE_WHITESPACE)
          nodes_.push_back(
              {node, parent, row + 1, GUMBO_TAG_UNKNOWN, true, place(node->v.text.original_text)});
        break;
    }
  };
  add(root);
  while (!open.empty()) {
    Open& top = open.back();
    if (top.next == top.children->length) {
      nodes_[top.row].end = static_cast<std::uint32_t>(nodes_.size());
      open.pop_back();
    } else {
      add(static_cast<const GumboNode*>(top.children->data[top.next++]));
    }
  }
}

std::string_view HtmlTree::attribute(const HtmlNode& node, const char* name) const {
  if (node.is_text) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node.node->v.element.attributes, name);
  return found == nullptr ? std::string_view{} : std::string_view(found->value);
}

std::string HtmlTree::title() const {
  const auto found = std::find_if(nodes_.begin(), nodes_.end(),
                                  [](const HtmlNode& node) { return node.tag == GUMBO_TAG_TITLE; });
  std::string title;
  if (found == nodes_.end()) return title;
  for (std::uint32_t row = static_cast<std::uint32_t>(found - nodes_.begin()) + 1; row < found->end; ++row) {
    if (nodes_[row].is_text) title += nodes_[row].node->v.text.text;
  }
  const Span inner = without_edge_blanks(title);
  return title.substr(inner.begin, inner.size());
}

bool is_block_element(GumboTag tag) {
  return std::find(block_elements.begin(), block_elements.end(), tag) != block_elements.end();
}

}  // namespace langdu
