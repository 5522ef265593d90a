#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "text/mapped_text.h"
#include "text/note.h"
#include "text/syllable.h"

namespace langdu {

/// A reading that the writer has given to one hanzi: <chang2> or <cháng> right behind it.
struct ReadingMark {
  Span hanzi;         ///< its bytes in the decoded source; the mark itself stands behind them
  char32_t code = 0;  ///< the hanzi
  Syllable reading;
};

/// The name under which a mark is listed in Document::dropped.
inline constexpr std::string_view reading_mark_rule = "reading mark";

/// Takes the reading marks out of a line or paragraph: each is added to `marks` and to `dropped`. Whatever
/// else stands in angle brackets stays as it is. A format calls this before it parses its markup (which would
/// take a mark for a tag), or after it has decoded its entities.
MappedText take_reading_marks(MappedText text, std::vector<ReadingMark>& marks,
                              std::vector<Dropped>& dropped);

/// The marks whose hanzi lie in `source`. `marks` are in source order, as a document's are.
std::span<const ReadingMark> marks_within(std::span<const ReadingMark> marks, Span source);

}  // namespace langdu
