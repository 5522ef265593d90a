#include "plan/places.h"

#include <fmt/core.h>

#include <algorithm>

namespace langdu {

PlaceInPart Places::find(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(plan_.source.size()));
  const Place place = lines_.place(offset);
  const auto after =
      std::upper_bound(plan_.parts.begin(), plan_.parts.end(), offset,
                       [](std::uint32_t at, const Part& part) { return at < part.source.begin; });
  if (after == plan_.parts.begin()) return {nullptr, place};
  const Part& part = *(after - 1);
  const Place begin = lines_.place(part.source.begin);
  const std::uint32_t column = place.line == begin.line ? place.column - begin.column + 1 : place.column;
  return {&part, {place.line - begin.line + 1, column}};
}

std::string Places::name_of(const Part& part) {
  return part.member.empty() ? part.file : fmt::format("{}({})", part.file, part.member);
}

std::string Places::name(std::uint32_t offset) const {
  const auto [part, place] = find(offset);
  return part == nullptr ? fmt::format("line {}", place.line)
                         : fmt::format("{}:{}", name_of(*part), place.line);
}

}  // namespace langdu
