#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace langdu {

/// A part of a Latin word that the English voice speaks as one word: bytes [begin, end) of the run.
struct LatinPart {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// The longest word, in bytes, that is sent to the engine in one piece; longer runs are cut.
inline constexpr std::uint32_t longest_latin_word = 40;

/// One row a word that is not spoken as its capitals say. Each has its line in tests/data/plan/latin.txt.
struct LatinRow {
  std::string_view written;
  std::string_view said;  ///< the same letters, with blanks between what is spoken as a word each
};
std::span<const LatinRow> latin_rows();

/// Cuts a run of Latin letters (with inner apostrophes) into what is spoken as a word: an acronym letter by
/// letter, anything else as it stands. The parts tile the run.
std::vector<LatinPart> latin_parts(std::string_view run);

}  // namespace langdu
