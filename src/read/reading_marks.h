#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "text/mapped_text.h"
#include "text/note.h"
#include "text/syllable.h"

namespace langdu {

class MistypedMarks;

/// A reading that the writer has given to one hanzi: <chang2> or <cháng> right behind it, the brackets ASCII
/// or full-width. Without a tone it is neutral, as in a user's lexicon.
struct ReadingMark {
  Span hanzi;         ///< its bytes in the decoded source; the mark itself stands behind them
  char32_t code = 0;  ///< the hanzi
  Syllable reading;
};

/// The name under which a mark is listed in Document::dropped.
inline constexpr std::string_view reading_mark_rule = "reading mark";

/// Takes the reading marks out of a line or paragraph: each is added to `marks` and to `dropped`. Whatever
/// else stands in angle brackets stays as it is, and what looks like a mark is told to `mistyped`, unless it
/// is null. A format calls this before it parses its markup (which would take a mark for a tag), or after it
/// has decoded its entities.
MappedText take_reading_marks(MappedText text, std::vector<ReadingMark>& marks, std::vector<Dropped>& dropped,
                              MistypedMarks* mistyped = nullptr);

/// The marks whose hanzi lie in `source`. `marks` are in source order, as a document's are.
std::span<const ReadingMark> marks_within(std::span<const ReadingMark> marks, Span source);

}  // namespace langdu
