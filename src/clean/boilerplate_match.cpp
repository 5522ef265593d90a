#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "clean/boilerplate_rules.h"
#include "clean/line_text.h"
#include "clean/menus.h"
#include "text/span.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::size_t longest_line = 1200;  // bytes: the longest row of the edges allows 260 code points
constexpr std::size_t longest_line_anywhere =
    300;  // bytes: these lines are short, and the separators are ASCII

std::string with_dates(std::string_view pattern) {
  constexpr std::string_view mark = "{date}";
  constexpr std::string_view date =
      R"(\d{4}([-/.]|年)\d{1,2}([-/.]|月)\d{1,2}日? ?(\d{1,2}:\d{2}(:\d{2})?)?)";
  std::string result(pattern);
  for (auto at = result.find(mark); at != std::string::npos; at = result.find(mark, at + date.size())) {
    result.replace(at, mark.size(), date);
  }
  return result;
}

/// For an automaton of bytes, a quantifier behind a hanzi must get all its bytes: 日? becomes (?:日)?.
std::string with_groups(std::string_view pattern) {
  std::string result;
  for (std::size_t at = 0; at < pattern.size();) {
    const Rune rune = rune_at(pattern, at);
    const auto bytes = pattern.substr(at, rune.size);
    at += rune.size;
    const bool quantified =
        at < pattern.size() && std::string_view("?*+{").find(pattern[at]) != std::string_view::npos;
    if (rune.size > 1 && quantified) {
      result.append("(?:").append(bytes).append(")");
    } else {
      result.append(bytes);
    }
  }
  return result;
}

RE2::Options options() {
  RE2::Options options;
  // Bytes instead of code points: a third of the automaton, and of the time to compile it.
  options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_dot_nl(true);
  options.set_log_errors(false);
  return options;
}

/// A line as the rules see it.
struct FoldedLine {
  explicit FoldedLine(std::string_view line)
      : text(fold_line(line)), length(count_runes(text)), is_sentence(ends_sentence(line)) {}
  bool fits(const BoilerplateRule& rule) const {
    return length <= rule.longest && (!is_sentence || rule.may_be_sentence);
  }
  std::string text;
  std::size_t length;
  bool is_sentence;
};

/// The rows that act anywhere, in one automaton: a line is read once. When the automaton runs out of memory,
/// which takes lines made for it, it reports no match, and the line stays.
class Everywhere {
 public:
  Everywhere() : set_(options(), RE2::UNANCHORED) {
    const auto table = boilerplate_rules();
    for (std::size_t row = 0; row < table.size(); ++row) {
      if (table[row].zone != Zone::anywhere) continue;
      if (set_.Add(with_groups(with_dates(table[row].pattern)), nullptr) >= 0) rows_.push_back(row);
    }
    set_.Compile();
  }

  std::uint64_t match(const FoldedLine& line) const {
    std::vector<int> found;
    std::uint64_t rows = 0;
    if (!set_.Match(line.text, &found)) return rows;
    for (const int pattern : found) {
      const std::size_t row = rows_[static_cast<std::size_t>(pattern)];
      if (line.fits(boilerplate_rules()[row])) rows |= std::uint64_t{1} << row;
    }
    return rows;
  }

 private:
  RE2::Set set_;
  std::vector<std::size_t> rows_;  ///< of each pattern in the set
};

const Everywhere& everywhere() {
  static const Everywhere automaton;
  return automaton;
}

/// The other rows, each compiled when a line with one of its words comes: most pages need a few of them.
class AtEdges {
 public:
  std::uint64_t match(const FoldedLine& line) {
    const auto table = boilerplate_rules();
    std::uint64_t rows = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
      const BoilerplateRule& rule = table[row];
      if (rule.zone == Zone::anywhere || !line.fits(rule) || !holds_word(line.text, rule.words)) continue;
      if (RE2::PartialMatch(line.text, pattern(row))) rows |= std::uint64_t{1} << row;
    }
    return rows;
  }

 private:
  static bool holds_word(std::string_view line, std::string_view words) {
    while (!words.empty()) {
      const std::size_t end = std::min(words.find(' '), words.size());
      if (line.find(words.substr(0, end)) != line.npos) return true;
      words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
  }

  const RE2& pattern(std::size_t row) {
    std::call_once(once_[row], [&] {
      const std::string text = with_groups(with_dates(boilerplate_rules()[row].pattern));
      patterns_[row] = std::make_unique<RE2>(text, options());
    });
    return *patterns_[row];
  }

  std::array<std::once_flag, most_boilerplate_rules> once_;
  std::array<std::unique_ptr<RE2>, most_boilerplate_rules> patterns_;
};

}  // namespace

std::uint64_t match_boilerplate(std::string_view line) {
  if (line.empty() || line.size() > longest_line) return 0;
  static AtEdges at_edges;
  static const std::uint64_t menu = row_named("menu");
  static const std::uint64_t breadcrumb = row_named("breadcrumb");
  const MenuKind kind = menu_kind(line);
  const FoldedLine folded(line);
  return at_edges.match(folded) | (line.size() > longest_line_anywhere ? 0 : everywhere().match(folded)) |
         (kind == MenuKind::menu  ? menu
          : kind == MenuKind::way ? breadcrumb
                                  : 0);
}

std::uint64_t match_boilerplate_in_the_middle(std::string_view line) {
  if (line.empty() || line.size() > longest_line_anywhere) return 0;
  return everywhere().match(FoldedLine(line));
}

std::uint64_t row_named(std::string_view name) {
  for (std::size_t row = 0; row < boilerplate_rules().size(); ++row) {
    if (boilerplate_rules()[row].name == name) return std::uint64_t{1} << row;
  }
  return 0;
}

bool has_sign(std::uint64_t rows, Sign sign) {
  for (; rows != 0; rows &= rows - 1) {
    if (boilerplate_rules()[static_cast<std::size_t>(std::countr_zero(rows))].sign == sign) return true;
  }
  return false;
}

std::string_view find_date(std::string_view line) {
  static const RE2 pattern("(" + with_dates("{date}") + ")", RE2::Quiet);
  re2::StringPiece found;
  if (!RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), pattern, &found)) return {};
  const Span inner = without_edge_blanks({found.data(), found.size()});
  return {found.data() + inner.begin, inner.size()};
}

}  // namespace langdu
