#pragma once
#include <cstddef>
#include <string>

#include "read/document.h"
#include "read/read_options.h"

namespace langdu {

/// What stands in a prepared text for the bytes of a footnote mark.
inline constexpr char footnote_mark_byte = '\x02';

/// The text of `document` as the parser of Markdown shall see it: byte for byte at the same place, but with
/// other bytes where the parser would take it otherwise than a person means it. Footnotes, "[TOC]" and front
/// matter are blanks in it, and listed as dropped. The words must be taken from the source.
struct PreparedMarkdown {
  std::string text;
  std::size_t begin = 0;  ///< behind the front matter
};
PreparedMarkdown prepare_markdown(Document& document, const ReadOptions& options);

}  // namespace langdu
