#pragma once
#include <span>
#include <string>
#include <string_view>

#include "read/document.h"
#include "read/read_options.h"

namespace langdu {

/// One row a format that can be read.
struct InputFormat {
  std::string_view name;
  std::string_view description;
  std::string_view extensions;  ///< with dots, separated by blanks
  /// Whether `content` is certainly in this format, whatever its name; nullptr: nothing shows it.
  bool (*shows)(std::string_view content);
  /// Whether content without a name (standard input, a file without an extension) is most probably in this
  /// format; nullptr: never.
  bool (*seems)(std::string_view content);
  /// Whether the reader wants decoded text. Else it gets the bytes of the file.
  bool is_text;
  /// The encoding that the text itself declares, or nullptr; the function may be nullptr too.
  const Encoding* (*declared)(std::string_view content);
  Document (*read)(std::string content,
                   const ReadOptions& options);  ///< total: any bytes give a document and notes
};

std::span<const InputFormat> input_formats();

/// The format that `content` is certainly in, or nullptr.
const InputFormat* find_shown_format(std::string_view content);

/// The format of `content`, which came from `name`.
const InputFormat& format_of(std::string_view content, std::string_view name);

/// Reads `content`, which came from `name` (a path, or "standard input"). What the content shows decides the
/// format, then the extension; what neither knows is plain text.
Document read_document(std::string content, std::string_view name, const ReadOptions& options = {});

}  // namespace langdu
