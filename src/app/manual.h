#pragma once
#include <string>

namespace langdu {

/// The manual page langdu(1) in roff, made from the tables of commands, settings and errors.
std::string manual_page();

/// Completion for bash, made from the same tables.
std::string bash_completion();

}  // namespace langdu
