#pragma once
#include "read/document.h"

namespace langdu {

/// Drops the page numbers and running heads of a printed text that was copied page by page, so that the
/// paragraphs which they part can be joined again.
void drop_page_furniture(Document& document);

/// Drops a table of contents: the lines behind 目录 that are said again later, in their order.
void drop_table_of_contents(Document& document);

}  // namespace langdu
