#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "read/first_notes.h"
#include "text/mapped_text.h"
#include "text/note.h"
#include "text/span.h"

namespace langdu {

/// What cannot be text. A byte order mark and invisible format characters are left out without a note: they
/// are common, and nothing is lost with them.
enum class Unreadable : std::uint8_t { invalid, control, invisible, byte_order_mark };

struct UnreadableRun {
  Span range;  ///< bytes of the line
  Unreadable kind;
};

/// The name under which a run is listed in Document::dropped.
std::string_view name_of(Unreadable kind);

/// Every run in `line`, left to right, neighbours of one kind joined. `first` says that the line opens the
/// file. A zero-width blank is invisible, but for one that parts two Latin words or numbers. Line ends, which
/// the line of a filter may hold, are none.
std::vector<UnreadableRun> find_unreadable(std::string_view line, bool first);

/// Collects one note a line, and of the lines above the limit only their number.
class UnreadableNotes {
 public:
  /// `whole`: the line was left out as a whole. Returns whether a note will name it.
  bool add(const MappedText& line, const std::vector<UnreadableRun>& runs, bool whole);
  std::vector<Note> take() { return notes_.take(); }
  std::vector<Note> finish();

 private:
  FirstNotes notes_;
};

}  // namespace langdu
