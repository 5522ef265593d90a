#pragma once
#include <string>
#include <string_view>

#include "read/document.h"
#include "read/read_options.h"

namespace langdu {

/// Reads an e-book, EPUB 2 or 3: its chapters in the order of reading, with the headings that its table of
/// contents says. What is not text (the cover, the table of contents) is listed as dropped; what is
/// protected, missing or damaged is named in a note, and the rest is read.
Document read_epub(std::string content, const ReadOptions& options);

/// Whether the bytes are an EPUB file, whatever its name.
bool shows_epub(std::string_view content);

}  // namespace langdu
