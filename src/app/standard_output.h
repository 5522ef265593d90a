#pragma once
#include <string_view>

namespace langdu {

/// Writes all of `text` to standard output, unbuffered.
/// Throws Error(reader_gone | disk_full | cannot_write | interrupted).
void write_standard_output(std::string_view text);

}  // namespace langdu
