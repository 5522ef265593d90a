#pragma once
#include <string_view>

#include "text/syllable.h"

namespace langdu {

/// The syllables of a run of Latin letters that is Pinyin with a tone mark on every syllable: Běijīng, nǐ.
/// Nothing for anything else, and for more than one word holds: without tone marks a name is spoken by the
/// English voice.
Syllables written_pinyin(std::string_view run);

}  // namespace langdu
