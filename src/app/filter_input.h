#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "plan/unread.h"
#include "read/readable_lines.h"

namespace langdu {

/// The lines of a filter's input, read as a document's are, with the same notes on standard error. Notes on a
/// line are told before the line is written, and what is counted at the end: so a filter in a pipe loses
/// nothing in silence.
class FilterInput {
 public:
  /// `name` is the input's in messages.
  explicit FilterInput(std::string name) : name_(std::move(name)) {}

  /// The text of the next line; the line before is done then.
  MappedText take(const std::string& line);
  /// The reading marks of that line.
  std::span<const ReadingMark> marks() const { return marks_; }
  /// Counts what nobody can read in it; `dropped` is what the normaliser left out.
  void add_dropped(std::span<const Dropped> dropped);

  /// Tells what is left to tell.
  void finish();

 private:
  void end_line();
  void tell_at_line(const Note& note) const;

  std::string name_;
  ReadableLines lines_;
  UnreadNotes unread_;
  /// The lines that notes name places in, and behind them the present one: spans count in this text, as the
  /// input may be endless. No kind of notes names more than twenty-one places.
  std::string source_;
  std::vector<std::uint64_t> numbers_;  ///< of the lines that are kept
  std::uint32_t begin_ = 0;             ///< of the present line
  std::uint64_t number_ = 0;            ///< its number, from 1
  bool keep_ = false;                   ///< a note names a place in it
  std::size_t size_ = 0;                ///< bytes of the input so far
  std::vector<ReadingMark> marks_;
};

}  // namespace langdu
