#pragma once
#include <string>
#include <string_view>

#include "read/document.h"
#include "read/read_options.h"

namespace langdu {

/// Whether `content` is an archive that holds a Word document.
bool shows_docx(std::string_view content);

/// Reads a Word document (.docx, .docm): its source is the XML of the members with text. Total: any bytes
/// give a document and notes.
Document read_docx(std::string content, const ReadOptions& options);

}  // namespace langdu
