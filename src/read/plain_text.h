#pragma once
#include <string>

#include "read/document.h"
#include "read/read_options.h"

namespace langdu {

/// Reads UTF-8 text. The decoded source is the content unchanged, so that spans are offsets in the file.
///
/// Each line that is not blank becomes a block. Lines end with LF, CRLF or CR, and with the other mandatory
/// breaks of Unicode that copying from Word leaves (VT, FF, U+2028, U+2029). What cannot be text is left out
/// and listed in `dropped`; a line of which a third or more cannot be text is left out whole, because its
/// rest is noise, and so is such a file. There is one note a line, for the first 20 such lines; one more
/// counts the rest. Reading marks (reading_marks.h) are taken out of what is left.
Document read_plain_text(std::string content, const ReadOptions& options = {});

}  // namespace langdu
