#pragma once
#include <fmt/core.h>

#include <cstdio>
#include <string>
#include <utility>

namespace langdu {

/// Writes a message to standard error. A standard error that is closed or full is no reason to fail.
template <typename... Arguments>
void tell(fmt::format_string<Arguments...> pattern, Arguments&&... arguments) {
  std::fputs(fmt::format(pattern, std::forward<Arguments>(arguments)...).c_str(), stderr);
}

}  // namespace langdu
