#pragma once
#include <cstdint>
#include <string>

#include "plan/plan.h"
#include "text/lines.h"

namespace langdu {

/// A place in the part of the source that holds it.
struct PlaceInPart {
  const Part* part = nullptr;  ///< nullptr when none holds the byte
  Place place;                 ///< counted from the start of the part
};

/// Names places of a plan's source as an editor finds them. The plan must outlive this object; making it
/// takes a pass over the source.
class Places {
 public:
  explicit Places(const Plan& plan) : plan_(plan), lines_(plan.source) {}

  PlaceInPart find(std::uint32_t offset) const;
  /// "file" or "file(member)" of a byte.
  static std::string name_of(const Part& part);
  /// "file:line" of a byte, or "file(member):line" inside a container; the line counts from the start of the
  /// part. For a byte outside every part, the line of the source alone.
  std::string name(std::uint32_t offset) const;

 private:
  const Plan& plan_;
  Lines lines_;
};

}  // namespace langdu
