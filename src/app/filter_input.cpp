#include "app/filter_input.h"

#include "app/messages.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace langdu {

MappedText FilterInput::take(const std::string& line) {
  end_line();
  ++number_;
  size_ += line.size() + 1;
  source_ += line;
  marks_.clear();
  std::vector<Dropped> dropped;
  MappedText text = lines_.take(MappedText::verbatim(line, begin_), number_ == 1, marks_, dropped);
  keep_ = lines_.noted();
  for (const Note& note : lines_.take_notes()) tell_at_line(note);
  return text;
}

void FilterInput::add_dropped(std::span<const Dropped> dropped) {
  if (unread_.add(source_, dropped)) keep_ = true;
}

void FilterInput::end_line() {
  if (!keep_) {
    source_.resize(begin_);
    return;
  }
  source_ += '\n';
  begin_ = static_cast<std::uint32_t>(source_.size());
  numbers_.push_back(number_);
  keep_ = false;
}

void FilterInput::tell_at_line(const Note& note) const {
  const auto before = std::string_view(source_).substr(begin_, note.where.begin - begin_);
  const auto column = static_cast<std::uint32_t>(count_runes(before) + 1);
  tell_note(name_, {static_cast<std::uint32_t>(number_), column}, note);
}

void FilterInput::finish() {
  end_line();
  std::vector<Note> notes = lines_.finish();
  for (Note& note : unread_.finish()) notes.push_back(std::move(note));
  const Lines lines(source_);
  for (const Note& note : notes) {
    Place place = lines.place(note.where.begin);
    place.line = static_cast<std::uint32_t>(numbers_.at(place.line - 1));
    tell_note(name_, place, note);
  }
  if (is_noise(lines_.lost(), size_))
    tell_note(name_, {1, 1}, {Severity::warning, {}, "the file " + noise_message(lines_.lost(), size_)});
}

}  // namespace langdu
