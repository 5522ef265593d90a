#pragma once
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "read/document.h"
#include "read/zip_archive.h"

namespace langdu {

/// Reads a document that is packed as an archive: `read(archive, document)` says whether it found a text.
/// What cannot be opened or has none yields a note with the reason and the remedy.
template <typename Read>
Document read_container(const std::string& content, std::string_view remedy, Read read) {
  Document document;
  if (content.empty()) return document;
  ZipArchive archive(content);
  const auto note = [&](std::string_view what) {
    document.notes.push_back({Severity::warning, {}, fmt::format("the file {}; {}", what, remedy)});
  };
  if (!archive.is_open()) {
    note(words_for(archive.failure()));
  } else if (!read(archive, document)) {
    note("has no text that can be read");
  }
  return document;
}

}  // namespace langdu
