#pragma once
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace langdu {

/// FNV-1a over the units of a text, bytes or code points. It is the same everywhere, so files may depend on
/// it. It goes on from `h`, the value of what stands before.
template <typename Unit>
constexpr std::uint64_t fnv1a(std::basic_string_view<Unit> text, std::uint64_t h = 0xCBF29CE484222325u) {
  for (const Unit unit : text) h = (h ^ static_cast<std::make_unsigned_t<Unit>>(unit)) * 0x100000001B3u;
  return h;
}

}  // namespace langdu
