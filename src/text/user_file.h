#pragma once
#include <fmt/core.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace langdu {

// Tables that users write: a line each row, its fields divided by tabs.

/// What can be wrong with a line: one row each in the table of the file's kind.
struct LineFault {
  std::string_view name;
  std::string_view sentence;  ///< an fmt pattern: what is wrong; the way out
};

struct WrongLine {
  std::uint32_t line = 0;  ///< from 1
  const LineFault* fault = nullptr;
  std::string message;
};

/// The fault with its sentence filled in; `fault` must outlive it.
template <typename... Arguments>
WrongLine wrong_line(const LineFault& fault, const Arguments&... arguments) {
  return {0, &fault, fmt::vformat(fault.sentence, fmt::make_format_args(arguments...))};
}

/// The text without the blanks around it.
std::string_view trimmed(std::string_view text);

/// The start of what the user wrote, fit for a terminal.
std::string excerpt(std::string_view text);

/// Calls `take` with each line and its number, from 1: lines with LF or CRLF, without empty ones and those
/// that # opens. A byte order mark in front is no part of the first line.
void for_each_user_line(std::string_view content,
                        const std::function<void(std::string_view line, std::uint32_t number)>& take);

}  // namespace langdu
