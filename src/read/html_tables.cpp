#include "read/html_tables.h"

#include <algorithm>

#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::size_t longest_cell = 300;  // code points; a cell with more is a column of a page

bool is_cell(GumboTag tag) { return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH; }

bool holds_data(const std::vector<HtmlNode>& nodes, std::uint32_t table) {
  std::size_t columns = 0;
  std::size_t most_columns = 0;
  std::size_t length = 0;  // of the cell
  for (std::uint32_t row = table + 1; row < nodes[table].end; ++row) {
    const HtmlNode& node = nodes[row];
    if (node.is_text) {
      length += count_runes(node.node->v.text.text);
      if (length > longest_cell) return false;
    } else if (node.tag == GUMBO_TAG_TABLE || node.tag == GUMBO_TAG_FORM || heading_level(node.tag) > 0) {
      return false;
    } else if (node.tag == GUMBO_TAG_TR) {
      columns = 0;
    } else if (is_cell(node.tag)) {
      most_columns = std::max(most_columns, ++columns);
      length = 0;
    }
  }
  return most_columns > 1;
}

}  // namespace

HtmlTables::HtmlTables(const HtmlTree& tree) : cells_(tree.nodes().size()) {
  const auto& nodes = tree.nodes();
  for (std::uint32_t table = 0; table < nodes.size(); ++table) {
    if (nodes[table].is_text || nodes[table].tag != GUMBO_TAG_TABLE || !holds_data(nodes, table)) continue;
    for (std::uint32_t row = table + 1; row < nodes[table].end;) {
      const std::uint32_t end = is_cell(nodes[row].tag) && !nodes[row].is_text ? nodes[row].end : row + 1;
      if (end > row + 1) std::fill(cells_.begin() + row, cells_.begin() + end, row);
      row = end;
    }
  }
}

}  // namespace langdu
