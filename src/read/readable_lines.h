#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/mistyped_marks.h"
#include "read/reading_marks.h"
#include "read/unreadable.h"
#include "text/mapped_text.h"
#include "text/note.h"

namespace langdu {

/// The readable text of lines, one after the other: the same for documents and for the filters. What cannot
/// be text is left out, a line that is noise as a whole, and reading marks are taken out.
class ReadableLines {
 public:
  /// `first` says that the line opens the file. What is left out is added to `dropped`.
  MappedText take(MappedText line, bool first, std::vector<ReadingMark>& marks,
                  std::vector<Dropped>& dropped);

  /// Whether a note names a place in the line taken last.
  bool noted() const { return noted_; }
  /// The notes on the lines since the last call.
  std::vector<Note> take_notes();
  /// The same, and those that count what had no note of its own.
  std::vector<Note> finish();

  /// Bytes so far that cannot be text.
  std::size_t lost() const { return lost_; }

 private:
  MappedText readable(MappedText line, bool first, std::vector<Dropped>& dropped);

  UnreadableNotes unreadable_;
  MistypedMarks mistyped_;
  std::size_t lost_ = 0;
  bool noted_ = false;
};

/// Whether a file of `size` bytes is no text, as `lost` of them cannot be.
bool is_noise(std::size_t lost, std::size_t size);
/// What is to be said of such a file, behind "the file ".
std::string noise_message(std::size_t lost, std::size_t size);

}  // namespace langdu
