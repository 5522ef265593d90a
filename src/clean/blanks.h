#pragma once
#include "text/mapped_text.h"

namespace langdu {

/// Takes out blanks that wrapping and copying left inside Chinese (会精 神, 每月 1 次). Between hanzi and
/// Latin, and between Latin words, each run of blanks becomes one blank. A blank with a meaning stays as one
/// blank too: behind the number of a heading (第一章 总则), between verses of equal length, and a full-width
/// blank between words.
MappedText repair_blanks(MappedText text);

}  // namespace langdu
