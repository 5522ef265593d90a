#include "plan/segments.h"

#include <algorithm>
#include <array>

#include "plan/latin.h"
#include "plan/written_pinyin.h"
#include "text/utf8.h"

namespace langdu {
namespace {

struct Mark {
  char32_t code;
  Ending ending;
  Pause pause;
};

constexpr std::array marks = {
    Mark{U'、', Ending::comma, Pause::enumeration},    Mark{U'，', Ending::comma, Pause::clause},
    Mark{U'；', Ending::comma, Pause::semicolon},      Mark{U'：', Ending::comma, Pause::semicolon},
    Mark{U'。', Ending::stop, Pause::sentence},        Mark{U'？', Ending::question, Pause::sentence},
    Mark{U'！', Ending::exclamation, Pause::sentence}, Mark{U'…', Ending::stop, Pause::sentence},
};

const Mark* find_mark(char32_t code) {
  const auto* found =
      std::find_if(marks.begin(), marks.end(), [code](const Mark& mark) { return mark.code == code; });
  return found == marks.end() ? nullptr : found;
}

/// Collects words and closes segments, left to right.
class Cutter {
 public:
  Cutter(const MappedText& spoken, std::vector<Dropped>& dropped) : spoken_(spoken), dropped_(dropped) {}

  void add_mandarin(const Word& word) {
    switch_to(Language::mandarin);
    current_.words.push_back(word);
    syllables_ += word.syllables.size();
  }

  /// The run of Latin letters [begin, end) of the spoken text.
  void add_latin(std::uint32_t begin, std::uint32_t end) {
    const std::string_view run = std::string_view(spoken_.text()).substr(begin, end - begin);
    if (const Syllables syllables = written_pinyin(run); !syllables.empty()) {
      add_mandarin({spoken_.source({begin, end}), {begin, end}, syllables});
      return;
    }
    switch_to(Language::english);
    for (const LatinPart part : latin_parts(run)) {
      if (current_.latin.size() + part.end - part.begin > longest_latin_clause)
        close(Ending::comma, Pause::none);
      current_.language = Language::english;
      const Span span{begin + part.begin, begin + part.end};
      if (!current_.latin.empty()) current_.latin += ' ';
      current_.latin += run.substr(part.begin, part.end - part.begin);
      current_.words.push_back({spoken_.source(span), span, {}});
    }
  }

  /// Closes the current segment; without a word in it, the mark deepens the pause before.
  void close(Ending ending, Pause pause) {
    if (current_.words.empty()) {
      if (segments_.empty()) return;
      Segment& last = segments_.back();
      last.after = std::max(last.after, pause);
      last.ending = std::max(last.ending, ending);
      return;
    }
    current_.ending = ending;
    current_.after = pause;
    push_current();
    current_ = {};
    syllables_ = 0;
  }

  void drop(Span range) {
    const Span source = spoken_.source(range);
    const bool joins = !dropped_.empty() && dropped_.back().rule == no_reading_rule &&
                       dropped_.back().source.end == source.begin;
    if (joins) {
      dropped_.back().source.end = source.end;
    } else {
      dropped_.push_back({source, std::string(no_reading_rule)});
    }
  }

  std::vector<Segment> finish() {
    close(Ending::stop, Pause::sentence);
    if (!segments_.empty()) {
      Segment& last = segments_.back();
      last.after = Pause::sentence;
      last.ending = std::max(last.ending, Ending::stop);
    }
    return std::move(segments_);
  }

 private:
  void switch_to(Language language) {
    if (!current_.words.empty() && current_.language != language) close(Ending::comma, Pause::language);
    current_.language = language;
  }

  /// Pushes the current segment, in parts of about the same length when it is too long.
  void push_current() {
    const std::size_t parts =
        (syllables_ + longest_clause - Syllables::capacity - 1) / (longest_clause - Syllables::capacity);
    if (current_.language == Language::english || syllables_ <= longest_clause) {
      segments_.push_back(std::move(current_));
      return;
    }
    const std::size_t each = (syllables_ + parts - 1) / parts;
    Segment part;
    std::size_t count = 0;
    for (const Word& word : current_.words) {
      if (count >= each) {
        segments_.push_back(std::move(part));
        part = {};
        count = 0;
      }
      part.words.push_back(word);
      count += word.syllables.size();
    }
    part.ending = current_.ending;
    part.after = current_.after;
    segments_.push_back(std::move(part));
  }

  const MappedText& spoken_;
  std::vector<Dropped>& dropped_;
  std::vector<Segment> segments_;
  Segment current_;
  std::size_t syllables_ = 0;
};

/// The end of the run of Latin letters that begins at `at`; an apostrophe between letters belongs to it.
std::uint32_t latin_end(std::string_view text, std::uint32_t at) {
  while (at < text.size()) {
    const Rune rune = rune_at(text, at);
    const bool inner_apostrophe = (rune.code == U'\'' || rune.code == U'’') && at + rune.size < text.size() &&
                                  is_latin(rune_at(text, at + rune.size).code);
    if (!is_latin(rune.code) && !inner_apostrophe) break;
    at += rune.size;
  }
  return at;
}

}  // namespace

std::vector<Segment> cut_segments(const MappedText& spoken, const std::vector<Word>& words,
                                  std::vector<Dropped>& dropped) {
  Cutter cutter(spoken, dropped);
  const std::string_view text = spoken.text();
  auto word = words.begin();
  for (std::uint32_t at = 0; at < text.size();) {
    if (word != words.end() && word->spoken.begin == at) {
      cutter.add_mandarin(*word);
      at = word->spoken.end;
      ++word;
      continue;
    }
    const Rune rune = rune_at(text, at);
    const std::uint32_t next = at + rune.size;
    if (is_latin(rune.code)) {
      const std::uint32_t end = latin_end(text, at);
      cutter.add_latin(at, end);
      at = end;
      continue;
    }
    if (const Mark* mark = find_mark(rune.code)) {
      cutter.close(mark->ending, mark->pause);
    } else if (!is_blank(rune.code)) {
      cutter.drop({at, next});
    }
    at = next;
  }
  return cutter.finish();
}

}  // namespace langdu
