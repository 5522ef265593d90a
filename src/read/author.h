#pragma once
#include <string>
#include <string_view>

namespace langdu {

/// Adds the name of an author, on one line, behind those that are there; several are divided by 、. Adds
/// nothing for what programs and sellers of computers write in its place ("Administrator"), for an address,
/// and for a name that is there.
void add_author(std::string& authors, std::string_view written);

}  // namespace langdu
