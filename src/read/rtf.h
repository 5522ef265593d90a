#pragma once
#include <string>
#include <string_view>

#include "read/document.h"
#include "read/encodings.h"
#include "read/read_options.h"

namespace langdu {

/// Rich Text Format. The file is ASCII, with escapes for everything else. The few programs that write bytes
/// above 127 mean the code page that the file declares: the text is decoded as any other before it gets here,
/// so that a byte of a hanzi cannot be taken for a brace, and an ASCII file stays as it is.
Document read_rtf(std::string content, const ReadOptions& options);

bool shows_rtf(std::string_view content);

/// The encoding of the code page that the file declares, or nullptr.
const Encoding* rtf_encoding(std::string_view content);

}  // namespace langdu
