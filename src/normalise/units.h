#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace langdu::rules {

/// A unit as written behind a number: kg, km/h, m², μg/m³, kWh, 元/吨.
struct Unit {
  std::size_t end = 0;    ///< behind its last byte
  std::string per;        ///< what is said before the number: 每小时; also 百万分之
  std::string name;       ///< what is said behind it: 公里
  bool composed = false;  ///< has a slash or a power
};

/// The unit that starts at `at`, which is no part of a longer Latin word. Hanzi units only behind a slash.
std::optional<Unit> unit_at(std::string_view text, std::size_t at);

/// What is said for a unit behind a slash at `at` ("/h", "/人", "每" is not included), with its end.
struct PerUnit {
  std::size_t end = 0;
  std::string name;
};
std::optional<PerUnit> per_at(std::string_view text, std::size_t slash);

}  // namespace langdu::rules
