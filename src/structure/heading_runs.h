#pragma once
#include <cstddef>
#include <vector>

#include "read/document.h"
#include "structure/heading_forms.h"

namespace langdu {

struct Heading {
  std::size_t block = 0;
  std::size_t form = 0;  ///< index in heading_forms()
};

/// The headings of a cleaned text, in order. A line is one when its number belongs to a run: 1, 2, ... in the
/// same form, at least two of them, most with text behind (a list or a table of contents has none).
/// Paragraphs that open with such a number count, too: （一）…。（二）…。 may be followed by a heading
/// （三）.
std::vector<Heading> find_headings(const std::vector<Block>& blocks);

}  // namespace langdu
