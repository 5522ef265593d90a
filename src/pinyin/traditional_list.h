#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pinyin/list_lines.h"
#include "text/syllable.h"
#include "text/traditional.h"

namespace langdu {

/// One line of voices/mandarin/traditional.tsv: a hanzi, or a phrase of two or more.
struct ListedFold {
  std::u32string written;
  std::u32string folded;            ///< as many hanzi
  FoldKind kind = FoldKind::none;   ///< none: a phrase
  std::optional<Syllable> reading;  ///< of a single hanzi
};

/// Reads the lines: written, folded, kind[, reading], separated by tabs and sorted by code points; # starts a
/// comment.
std::vector<ListedFold> parse_traditional(std::string_view text, std::vector<BadLine>& bad);

}  // namespace langdu
