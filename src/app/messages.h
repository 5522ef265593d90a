#pragma once
#include <fmt/core.h>

#include <cstdio>
#include <string>
#include <utility>

#include "text/lines.h"
#include "text/note.h"

namespace langdu {

/// Writes a message to standard error. A standard error that is closed or full is no reason to fail.
template <typename... Arguments>
void tell(fmt::format_string<Arguments...> pattern, Arguments&&... arguments) {
  std::fputs(fmt::format(pattern, std::forward<Arguments>(arguments)...).c_str(), stderr);
}

/// Writes a finding about the content as "file:line:column: warning: ...".
inline void tell_note(const std::string& name, Place place, const Note& note) {
  tell("{}:{}:{}: {}: {}\n", name, place.line, place.column,
       note.severity == Severity::info ? "note" : "warning", note.message);
}

}  // namespace langdu
