#pragma once
#include <algorithm>
#include <cstdint>

namespace langdu {

/// A half-open range of bytes, [begin, end). Unless a comment says otherwise it counts bytes of the decoded
/// source text; for plain UTF-8 these are the bytes of the file.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  friend constexpr bool operator==(Span, Span) = default;
};

/// The smallest span that covers both.
constexpr Span cover(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

}  // namespace langdu
