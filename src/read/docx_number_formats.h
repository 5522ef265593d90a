#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace langdu {

/// One row a way in which Word writes the number of a list item (ST_NumberFormat of ECMA-376).
struct NumberFormat {
  std::string_view name;  ///< as in w:numFmt
  std::string (*write)(std::uint32_t number);
};

std::span<const NumberFormat> number_formats();

/// `number` in this format; one that has no row is written in Western digits.
std::string written_number(std::string_view format, std::uint32_t number);

/// Whether items of this format have a sign instead of a number, or nothing.
bool is_unnumbered(std::string_view format);

}  // namespace langdu
