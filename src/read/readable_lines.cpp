#include "read/readable_lines.h"

#include <fmt/core.h>

#include <utility>

namespace langdu {
namespace {

// A line, or the whole file, is noise when a third of it, and at least so many bytes, are invalid or control
// characters: GBK read as UTF-8 (four fifths) and random bytes (a half) are well above, a text with torn
// characters is far below. Invisible characters do not count, however many: some sites put one between each
// two hanzi.
constexpr std::size_t noise_share = 3;
constexpr std::size_t noise_bytes_of_a_line = 16;
constexpr std::size_t noise_bytes_of_a_file = 32;

/// Bytes that cannot be text.
std::size_t bytes_lost(const std::vector<UnreadableRun>& runs) {
  std::size_t bytes = 0;
  for (const auto& [range, kind] : runs) {
    if (kind == Unreadable::invalid || kind == Unreadable::control) bytes += range.size();
  }
  return bytes;
}

}  // namespace

MappedText ReadableLines::take(MappedText line, bool first, std::vector<ReadingMark>& marks,
                               std::vector<Dropped>& dropped) {
  noted_ = false;
  MappedText text = readable(std::move(line), first, dropped);
  const std::size_t before = mistyped_.named();
  text = take_reading_marks(std::move(text), marks, dropped, &mistyped_);
  noted_ = noted_ || mistyped_.named() != before;
  return text;
}

MappedText ReadableLines::readable(MappedText text, bool first, std::vector<Dropped>& dropped) {
  const auto runs = find_unreadable(text.text(), first);
  if (runs.empty()) return text;
  const std::size_t lost = bytes_lost(runs);
  lost_ += lost;
  const bool whole = lost >= noise_bytes_of_a_line && lost * noise_share >= text.size();
  noted_ = unreadable_.add(text, runs, whole);
  if (whole) {
    dropped.push_back({text.source(), "not text"});
    return {};
  }
  Rewriter rewriter(text);
  for (const auto& [range, kind] : runs) {
    rewriter.keep_to(range.begin);
    dropped.push_back({rewriter.drop_to(range.end), std::string(name_of(kind))});
  }
  return rewriter.finish();
}

std::vector<Note> ReadableLines::take_notes() {
  std::vector<Note> notes = unreadable_.take();
  for (Note& note : mistyped_.take()) notes.push_back(std::move(note));
  return notes;
}

std::vector<Note> ReadableLines::finish() {
  std::vector<Note> notes = unreadable_.finish();
  for (Note& note : mistyped_.finish()) notes.push_back(std::move(note));
  return notes;
}

bool is_noise(std::size_t lost, std::size_t size) {
  return lost >= noise_bytes_of_a_file && lost * noise_share >= size;
}

std::string noise_message(std::size_t lost, std::size_t size) {
  return fmt::format(
      "is not UTF-8 text: {} of its {} bytes cannot be text; if it is in another encoding, convert it with "
      "iconv",
      lost, size);
}

}  // namespace langdu
