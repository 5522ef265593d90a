#pragma once
#include <cstdint>
#include <string_view>

#include "read/document.h"

namespace langdu {

/// The longest silence that a mark can ask for, in milliseconds.
inline constexpr std::uint32_t longest_pause_ms = 60'000;

/// The name under which a mark is listed in Document::dropped.
inline constexpr std::string_view pause_mark_rule = "pause mark";

/// Takes the pause marks out of the blocks, into document.pauses and document.dropped: [pause:1.5], in
/// seconds (also Pause and PAUSE, but no entities instead of letters); the brackets and the colon may be
/// full-width, blanks may stand inside, and an s behind the number. A block that holds nothing else is taken
/// out, and parts its neighbours as an empty line does. Whatever else begins so stays in the text, with a
/// note; a pause that is too long is cut, with a note.
void take_pause_marks(Document& document);

}  // namespace langdu
