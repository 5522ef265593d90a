#pragma once
#include "text/mapped_text.h"

namespace langdu::rules {

/// Writes every character that has a plainer twin as that twin, so that the rules need to know one form only:
/// full-width letters, digits and signs, en dashes and minus signs, ㎏ and ㎡, subscripts, wave dashes.
/// Punctuation between hanzi stays full-width; ：between digits becomes a colon.
MappedText fold(const MappedText& sentence);

}  // namespace langdu::rules
