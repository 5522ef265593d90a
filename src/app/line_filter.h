#pragma once
#include <functional>
#include <string>

namespace langdu {

/// Writes `transform` of each line of a file ("-" or "": standard input) to standard output: as many lines
/// out as in, each as soon as its line is complete. Lines are without their LF; a last line without one gets
/// one. Throws what input.h and standard_output.h throw.
void filter_lines(const std::string& path, const std::function<std::string(const std::string&)>& transform);

}  // namespace langdu
