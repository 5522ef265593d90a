#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "text/character_counts.h"
#include "text/note.h"

namespace langdu {

/// Notes that name what nobody can read aloud: hanzi without a reading, other scripts, private use, emoji,
/// symbols. One note a character, however often it stands there.
class UnreadNotes {
 public:
  /// The characters that `dropped` holds because there is no way to say them. Returns whether one of them is
  /// new, and a note will name its place.
  bool add(std::string_view source, std::span<const Dropped> dropped);

  /// At most `most_notes` and one that counts the other characters.
  std::vector<Note> finish() const;

  static constexpr std::size_t most_notes = 20;  // a person reads no more

 private:
  CharacterCounts without_reading_;
  CharacterCounts unsayable_;
};

}  // namespace langdu
