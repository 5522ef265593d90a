#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace langdu {

/// Where a byte stands, as an editor counts: both from 1; the column counts code points.
struct Place {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// Finds the line of a byte. Lines end with LF; the text must outlive this object.
class Lines {
 public:
  explicit Lines(std::string_view text);
  Place place(std::uint32_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> begins_;
};

}  // namespace langdu
