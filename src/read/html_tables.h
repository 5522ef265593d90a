#pragma once
#include <cstdint>
#include <vector>

#include "read/html_tree.h"

namespace langdu {

/// Which tables of a page hold data, and not just its layout: no table, heading or long text in their cells,
/// and two or more columns.
class HtmlTables {
 public:
  explicit HtmlTables(const HtmlTree& tree);

  /// The row of the tree that is the cell of a table of data around this row (or the row itself); 0 if there
  /// is none.
  std::uint32_t cell_of(std::uint32_t row) const { return cells_[row]; }

 private:
  std::vector<std::uint32_t> cells_;
};

}  // namespace langdu
