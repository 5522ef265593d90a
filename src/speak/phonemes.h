#pragma once
#include <string>

#include "text/syllable.h"

namespace langdu {

/// Appends a word as the engine's phonemes. Written as pinyin, the engine makes every third tone rise before
/// another one; as phonemes such a third tone stays low. `third_follows`: the next word begins with one.
void append_phonemes(std::string& out, const Syllables& word, bool third_follows);

}  // namespace langdu
