#pragma once
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "text/note.h"

namespace langdu {

/// Notes of one kind: the first ones, and a last one for all others together.
class FirstNotes {
 public:
  static constexpr std::size_t most = 20;  // a person reads no more, and a binary file has millions

  /// `message()` makes the message, when it is wanted. Returns whether a note will name this place.
  template <typename Message>
  bool add(Span where, Message message) {
    if (++count_ <= most) {
      notes_.push_back({Severity::warning, where, message()});
    } else {
      rest_ = count_ == most + 1 ? where : cover(rest_, where);
    }
    return count_ <= most + 1;
  }

  /// Those since the last call.
  std::vector<Note> take() { return std::exchange(notes_, {}); }

  /// The same, with the one for all others; `message(count)` makes its message.
  template <typename Message>
  std::vector<Note> finish(Message message) {
    if (count_ > most) notes_.push_back({Severity::warning, rest_, message(count_ - most)});
    return take();
  }

 private:
  std::vector<Note> notes_;
  Span rest_{};
  std::size_t count_ = 0;
};

}  // namespace langdu
