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

/// Finds the place of a byte, in about the same time however long the lines are. Lines end with LF; the text
/// must outlive this object.
class Lines {
 public:
  explicit Lines(std::string_view text);
  Place place(std::uint32_t offset) const;

 private:
  /// The place of one byte: every line's first, and in long lines one about every thousand bytes.
  struct Mark {
    std::uint32_t offset;
    Place place;
  };
  std::string_view text_;
  std::vector<Mark> marks_;
};

}  // namespace langdu
