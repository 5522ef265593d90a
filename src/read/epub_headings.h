#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "read/document.h"
#include "read/epub_contents.h"

namespace langdu {

/// A member whose text stands in the document and is read.
struct EpubMember {
  std::string name;
  Span source;            ///< in the document
  bool is_first = false;  ///< in the order of reading
};

/// Makes headings of the blocks that the table of contents names. A label that the text does not show becomes
/// a heading of its own, which stands for no bytes of the source; headings that the table does not name go
/// below the entry that they belong to. The blocks must be in source order.
void apply_contents(Document& document, const std::vector<EpubMember>& members,
                    const std::vector<EpubEntry>& entries);

}  // namespace langdu
