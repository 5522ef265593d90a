#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "read/document.h"
#include "read/read_options.h"

namespace langdu {

/// What stands in a prepared text for the bytes of a footnote mark.
inline constexpr char footnote_mark_byte = '\x02';

/// The text of a document as the parser of Markdown shall see it: with other bytes where the parser would
/// take it otherwise than a person means it, and some more. The words must be taken from the source.
struct PreparedMarkdown {
  std::string text;
  std::size_t begin = 0;  ///< behind the front matter

  /// Bytes of the text that are not in the source.
  struct Inserted {
    std::size_t at;
    std::size_t size;
    std::size_t before;  ///< such bytes in front of these
  };
  std::vector<Inserted> inserted;  ///< in their order

  /// The place in the source of a place in the text.
  std::uint32_t source_place(std::size_t at) const;
};

/// Footnotes, "[TOC]" and front matter are blanks in the text, and listed as dropped in `document`.
PreparedMarkdown prepare_markdown(Document& document, const ReadOptions& options);

}  // namespace langdu
