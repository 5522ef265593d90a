#pragma once
#include <limits>
#include <string>
#include <utility>

#include "read/document.h"

namespace langdu {

/// Makes `content` the source of a document. Spans count in 32 bits; the program refuses longer input long
/// before (--max-size), a library's user may not.
inline void set_source(Document& document, std::string content) {
  constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max();
  if (content.size() > most) {
    content.resize(most);
    document.notes.push_back({Severity::warning, {}, "the text was cut off after 4 GiB"});
  }
  document.source = std::move(content);
}

}  // namespace langdu
