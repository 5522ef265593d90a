#pragma once
#include <string_view>

#include "read/block_writer.h"
#include "text/span.h"

namespace langdu {

/// Writes a text of a parsed page from the bytes `raw` of its source, which hold entities, and tags that the
/// parser passed over. `shown` is what the parser made of them; `parsed` are the same bytes of the page as
/// the parser saw them. `flowing`: runs of blanks count as one.
void write_html_text(BlockWriter& writer, Span raw, std::string_view source, std::string_view parsed,
                     std::string_view shown, bool flowing);

}  // namespace langdu
