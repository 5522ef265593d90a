#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "text/syllable.h"

namespace langdu {

/// A syllable as a person wrote it.
struct Spelling {
  Syllable syllable;      ///< of the neutral tone when none was written
  bool has_tone = false;  ///< a tone mark or a digit was written
};

/// Reads a syllable with a tone mark ("cháng", composed or not), a digit ("chang2") or neither, in letters of
/// either case; ü may be v or u:, and u in nue and lue; ê is ei. Nothing when there is no such syllable, or
/// two tones.
std::optional<Spelling> parse_spelling(std::string_view written);

/// The syllable with its tone mark in the place where Pinyin has it, composed: zhāng, lüè, ér, de.
std::string spelling_with_mark(Syllable syllable);

}  // namespace langdu
