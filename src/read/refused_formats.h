#pragma once
#include <cstddef>
#include <span>
#include <string_view>

namespace langdu {

/// One row a kind of file that holds no text for us, known by its first bytes and, of a packed file, by what
/// is in it.
struct RefusedFormat {
  std::string_view name;
  std::string_view magic;  ///< the bytes at `offset`
  std::size_t offset;
  std::string_view what;    ///< "a PDF file"
  std::string_view remedy;  ///< what to do about it; {} stands for the file
  /// Of a ZIP file: the member that shows it, and how the text of that begins. Empty: any ZIP file.
  std::string_view member = {};
  std::string_view member_text = {};
};

std::span<const RefusedFormat> refused_formats();

/// The row of what `bytes` are, or nullptr when nothing speaks against them or they show a format that can be
/// read. The extension counts for nothing.
const RefusedFormat* find_refused_format(std::string_view bytes);

}  // namespace langdu
