#pragma once
#include <span>
#include <string>
#include <string_view>

#include "read/document.h"
#include "read/encodings.h"

namespace langdu {

/// One row a format that can be read.
struct InputFormat {
  std::string_view name;
  std::string_view description;
  std::string_view extensions;           ///< with dots, separated by blanks
  Document (*read)(std::string content);  ///< total: any bytes give a document and notes
};

std::span<const InputFormat> input_formats();

/// Reads `content`, which came from `name` (a path, or "standard input"). The format is found from the
/// extension; an unknown one is read as plain text. `encoding` is that of the text; nullptr: it is found.
Document read_document(std::string content, std::string_view name, const Encoding* encoding = nullptr);

}  // namespace langdu
