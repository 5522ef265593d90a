#pragma once
#include <cstdint>
#include <string>

#include "normalise/replacements.h"

namespace langdu {

/// What is said for a name or a number that was taken out of a text: X市, XX同志.
enum class Placeholder : std::uint8_t {
  some,    ///< 某, and 某某 for a run of two or more
  letter,  ///< the letter X, as often as it stands there, three times at most
  pause,   ///< a short pause
  word     ///< a word of the user's
};

/// What a user may choose about how written forms are spoken.
struct NormaliseOptions {
  Placeholder placeholder = Placeholder::some;
  std::string word;                            ///< of Placeholder::word: hanzi or Latin letters
  bool skip_addresses = false;                 ///< leave web and mail addresses out
  const Replacements* replacements = nullptr;  ///< the user's; nullptr: none
};

}  // namespace langdu
