#include "pinyin/traditional_list.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace langdu {
namespace {

struct KindName {
  std::string_view name;
  FoldKind kind;
};
constexpr std::array kind_names = {
    KindName{"traditional", FoldKind::traditional}, KindName{"shared", FoldKind::shared},
    KindName{"variant", FoldKind::variant}, KindName{"phrase", FoldKind::none}};

/// The field up to the next tab, which is taken off `line` with it.
std::string_view next_field(std::string_view& line) {
  const std::string_view field = line.substr(0, line.find('\t'));
  line.remove_prefix(std::min(field.size() + 1, line.size()));
  return field;
}

bool read_hanzi(std::string_view field, std::u32string& hanzi) {
  for (std::size_t at = 0; at < field.size();) {
    const Rune rune = rune_at(field, at);
    if (!rune.valid || !is_hanzi(rune.code)) return false;
    hanzi.push_back(rune.code);
    at += rune.size;
  }
  return !hanzi.empty();
}

/// Why the line is wrong; empty: nothing is.
std::string read_line(std::string_view line, ListedFold& fold) {
  constexpr std::size_t longest_phrase = 60;  // far beyond the longest that there is
  if (!read_hanzi(next_field(line), fold.written)) return "the first field is not made of hanzi alone";
  if (!read_hanzi(next_field(line), fold.folded)) return "the second field is not made of hanzi alone";
  if (fold.written.size() != fold.folded.size()) return "both fields need the same number of hanzi";
  if (fold.written.size() > longest_phrase) return "the phrase is too long";
  const std::string_view kind = next_field(line);
  const auto* found = std::find_if(kind_names.begin(), kind_names.end(),
                                   [&](const KindName& name) { return name.name == kind; });
  if (found == kind_names.end()) return fmt::format("'{}' is no kind of fold", printable(kind));
  fold.kind = found->kind;
  if ((fold.kind == FoldKind::none) != (fold.written.size() > 1)) return "a phrase has two hanzi or more";
  if (line.empty()) return {};
  if (fold.kind == FoldKind::none) return "a phrase has no reading";
  fold.reading = parse_syllable(line);
  return fold.reading ? std::string() : fmt::format("'{}' is not a toned syllable", printable(line));
}

}  // namespace

std::vector<ListedFold> parse_traditional(std::string_view text, std::vector<BadLine>& bad) {
  std::u32string before;
  return parse_lines<ListedFold>(text, bad, [&](std::string_view line, ListedFold& fold) {
    std::string problem = read_line(line, fold);
    if (problem.empty() && before >= fold.written) problem = "the lines are not sorted, or one is there twice";
    if (problem.empty()) before = fold.written;
    return problem;
  });
}

}  // namespace langdu
