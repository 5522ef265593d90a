#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/fields.h"

namespace langdu {

/// What is wrong with a line of a list.
struct BadLine {
  std::uint32_t line = 0;  ///< from 1
  std::string reason;
};

/// The rows of a list, one a line; an empty line and one that begins with # have none. `read_line(line, row)`
/// returns why the line is wrong (then it is named in `bad`, and the row is not kept); empty: nothing is.
template <typename Row, typename ReadLine>
std::vector<Row> parse_lines(std::string_view text, std::vector<BadLine>& bad, ReadLine read_line) {
  std::vector<Row> rows;
  std::uint32_t number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    Row row;
    if (std::string problem = read_line(line, row); !problem.empty()) {
      bad.push_back({number, std::move(problem)});
    } else {
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

}  // namespace langdu
