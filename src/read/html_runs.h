#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/html_tree.h"

namespace langdu {

/// Hanzi, letters and digits of a text.
std::size_t count_words(std::string_view text);

/// The letters, digits and hanzi of a text: equal for two writings of a title.
std::string key_of(std::string_view text);

/// Sums over the rows of a tree: of any element at once.
class HtmlSums {
 public:
  explicit HtmlSums(std::size_t rows) : until_(rows + 1) {}
  void add(std::uint32_t row, std::size_t value) { until_[row + 1] += value; }
  void finish() {
    for (std::size_t i = 1; i < until_.size(); ++i) until_[i] += until_[i - 1];
  }
  std::size_t of(const std::vector<HtmlNode>& nodes, std::uint32_t row) const {
    return between(row, nodes[row].end);
  }
  std::size_t between(std::uint32_t begin, std::uint32_t end) const { return until_[end] - until_[begin]; }

 private:
  std::vector<std::size_t> until_;
};

/// The texts of one block that follow each other.
struct HtmlRun {
  std::uint32_t first = 0;  ///< rows
  std::uint32_t last = 0;
  std::uint32_t block = 0;  ///< the element
  std::uint32_t main = 0;   ///< row of its longest text
  std::string text;         ///< outside links
  std::size_t links = 0;    ///< characters in links
  std::string key;          ///< of all of it
  bool prose = false;
  std::string first_line;      ///< the key up to the first <br>
  std::uint32_t line_end = 0;  ///< its row, or 0
};

struct HtmlRuns {
  std::vector<HtmlRun> runs;
  HtmlSums words{0};   ///< hanzi, letters and digits
  HtmlSums linked{0};  ///< those in links
  HtmlSums links{0};   ///< elements
};

/// The runs of a page, of the texts (rows) that are not dropped.
HtmlRuns find_html_runs(const HtmlTree& tree, const std::vector<std::string_view>& dropped);

}  // namespace langdu
