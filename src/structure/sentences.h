#pragma once
#include <string_view>
#include <vector>

#include "text/span.h"

namespace langdu {

/// Cuts a cleaned block into sentences: after 。！？…… and their half-width forms, with the closing quotes and
/// brackets that follow. Spans are bytes of `block`; they tile it but for blanks between sentences. A sentence
/// without a stop ends with the block.
std::vector<Span> split_sentences(std::string_view block);

}  // namespace langdu
