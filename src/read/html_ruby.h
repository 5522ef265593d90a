#pragma once
#include <cstdint>
#include <vector>

#include "read/document.h"
#include "read/html_tree.h"

namespace langdu {

/// The readings above hanzi. Pinyin of one syllable a hanzi becomes reading marks; what else stands there is
/// listed as dropped.
class HtmlRuby {
 public:
  /// Looks at a text of the tree, in their order. Returns whether it is such a reading, and not to be
  /// written.
  bool take(const HtmlTree& tree, std::uint32_t row, Document& document);

 private:
  struct Hanzi {
    Span source;
    char32_t code;
  };
  void add_base(Span source, Document& document);
  void add_marks(std::string_view reading, Document& document);

  std::uint32_t ruby_ = 0;   ///< row of the element
  std::vector<Hanzi> base_;  ///< what the next reading belongs to
};

}  // namespace langdu
