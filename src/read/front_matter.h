#pragma once
#include <cstddef>
#include <string_view>

#include "read/document.h"

namespace langdu {

/// Where the block of metadata ends that programs for web sites put before a Markdown text: lines of YAML
/// between two of "---", or of TOML between two of "+++". `begin` when no such block opens there. Its title,
/// author and date go to `metadata`.
std::size_t read_front_matter(std::string_view text, std::size_t begin, Metadata& metadata);

}  // namespace langdu
