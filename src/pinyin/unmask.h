#pragma once
#include <cstdint>
#include <vector>

#include "text/mapped_text.h"

namespace langdu {

/// A text with 某 for the X's in front of 长, and the bytes these 某 begin at, ascending.
struct Unmasked {
  MappedText text;
  std::vector<std::uint32_t> masks;
};

/// X长, ×长: the head of something, not a length. A sentence on its way to the engine has 某 there already.
Unmasked unmask_heads(MappedText text);

}  // namespace langdu
