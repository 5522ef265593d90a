#pragma once
#include <cstdint>
#include <string>

#include "plan/plan.h"
#include "text/lines.h"

namespace langdu {

/// Names places of a plan's source as an editor finds them. The plan must outlive this object; making it
/// takes a pass over the source.
class Places {
 public:
  explicit Places(const Plan& plan) : plan_(plan), lines_(plan.source) {}

  /// "file:line" of a byte, or "file(member):line" inside a container; the line counts from the start of the
  /// part. For a byte outside every part, the line of the source alone.
  std::string name(std::uint32_t offset) const;

 private:
  const Plan& plan_;
  Lines lines_;
};

}  // namespace langdu
