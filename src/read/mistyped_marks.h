#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "read/first_notes.h"
#include "text/mapped_text.h"
#include "text/note.h"

namespace langdu {

/// Notes on what somebody may have meant as a reading mark. It stays in the text.
class MistypedMarks {
 public:
  /// Looks at the angle bracket at byte `open`, which opens no mark; `behind_hanzi` says that it stands right
  /// behind a hanzi without a mark. A few letters and digits in brackets behind a hanzi are noted, also
  /// without the closing bracket when they have a tone; in any other place only a whole syllable with its
  /// tone is.
  void look_at(const MappedText& text, std::size_t open, bool behind_hanzi);

  /// How many places a note names so far.
  std::size_t named() const { return named_; }
  /// The notes since the last call.
  std::vector<Note> take() { return notes_.take(); }
  /// The same, and one that counts the other places.
  std::vector<Note> finish();

 private:
  FirstNotes notes_;
  std::size_t named_ = 0;
};

}  // namespace langdu
