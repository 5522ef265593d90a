#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace langdu {

/// A number at the start of a text, as headings write it.
struct Ordinal {
  std::uint32_t value = 0;
  std::size_t size = 0;  ///< bytes; 0 = there is none
};

enum class Numerals : std::uint8_t {
  chinese,  ///< 十二, 一百二十, 二〇 ...
  arabic,   ///< 12, full-width too
  either,
  circled,  ///< ① to ⑳, one character
  decimal,  ///< 1.2, 3.1.4: two or three numbers, of which the last one counts
};

/// Reads the longest number of that kind; numbers above 99,999 are none.
Ordinal read_ordinal(std::string_view text, Numerals numerals);

}  // namespace langdu
