#pragma once
#include "text/mapped_text.h"

namespace langdu {

/// Writes half-width punctuation full-width where it belongs to Chinese text: beside a hanzi or Chinese mark
/// (blanks between do not count). Numbers, times, addresses and Latin text keep theirs (10:32, 1,000, f(x)).
/// Three or more dots become ……, two or more hyphens between hanzi ——, and straight quotes “ ” where their
/// pairing is certain.
MappedText repair_punctuation(MappedText text);

}  // namespace langdu
