#include "plan/places.h"

#include <fmt/core.h>

#include <algorithm>

namespace langdu {

std::string Places::name(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(plan_.source.size()));
  const std::uint32_t line = lines_.place(offset).line;
  const auto after =
      std::upper_bound(plan_.parts.begin(), plan_.parts.end(), offset,
                       [](std::uint32_t at, const Part& part) { return at < part.source.begin; });
  if (after == plan_.parts.begin()) return fmt::format("line {}", line);
  const Part& part = *(after - 1);
  const std::uint32_t own_line = line - lines_.place(part.source.begin).line + 1;
  if (part.member.empty()) return fmt::format("{}:{}", part.file, own_line);
  return fmt::format("{}({}):{}", part.file, part.member, own_line);
}

}  // namespace langdu
