#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "text/syllable.h"
#include "text/user_file.h"

namespace langdu {

/// A word whose reading a user has corrected, one syllable a hanzi.
struct UserWord {
  std::u32string hanzi;
  std::vector<Syllable> reading;
  std::uint32_t file = 0;  ///< which of the lexicon's files it stands in
  std::uint32_t line = 0;  ///< from 1
};
inline constexpr std::size_t longest_user_word = 60;  ///< in hanzi

/// What can be wrong with a line of a user's lexicon: each row has its lines in
/// tests/data/corrections/wrong_lines.txt.
std::span<const LineFault> line_faults();

/// Reads "word, tab, pinyin" without its line end; `number` is the line's. The pinyin has blanks between its
/// syllables, or digits behind them; a syllable without a tone is neutral.
std::variant<UserWord, WrongLine> parse_user_line(std::string_view line, std::uint32_t number);

}  // namespace langdu
