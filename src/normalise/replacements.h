#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/mapped_text.h"
#include "text/note.h"
#include "text/user_file.h"

namespace re2 {
class RE2;
}

namespace langdu {

/// What can be wrong with a line of a table of replacements: each row has its lines in
/// tests/data/corrections/wrong_replacements.txt.
std::span<const LineFault> replacement_faults();

/// A user's own spoken forms: what is written is replaced before any rule sees it.
class Replacements {
 public:
  Replacements();
  Replacements(Replacements&&) noexcept;
  Replacements& operator=(Replacements&&) noexcept;
  ~Replacements();

  /// Reads a file: "written, tab, spoken" each line, and another tab and "regex" when the first field is a
  /// regular expression of RE2, whose groups are \1 to \9 in the second field. An empty second field leaves
  /// the written form out. Lines of files that are added later win over earlier ones. Returns the lines that
  /// are wrong, which are left out.
  std::vector<WrongLine> add(std::string_view content);

  bool empty() const { return rows_.empty(); }

  /// The text with everything replaced; where two matches overlap the later line wins, and of one line the
  /// first. What is left out is listed in `dropped` as "replacement". The spoken forms are not looked at
  /// again.
  MappedText apply(const MappedText& text, std::vector<Dropped>& dropped) const;

 private:
  struct Row {
    std::string written;
    std::string spoken;
    std::unique_ptr<re2::RE2> pattern;  ///< null: `written` as it stands
  };
  struct Match {
    Span place;
    std::size_t row;
    std::string spoken;
  };

  void find_literals(std::string_view text, std::vector<Match>& found) const;
  void find_pattern(std::size_t row, std::string_view text, std::vector<Match>& found) const;

  std::vector<Row> rows_;
  std::unordered_map<std::string, std::size_t> literals_;  ///< rows by what is written
  std::unordered_map<char32_t, std::vector<std::size_t>>
      sizes_;                          ///< bytes of the literals, by their first code point
  std::vector<std::size_t> patterns_;  ///< rows
};

}  // namespace langdu
