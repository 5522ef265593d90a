#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "app/commands.h"
#include "app/data_directory.h"
#include "app/input.h"
#include "app/line_filter.h"
#include "app/messages.h"
#include "app/user_words.h"
#include "clean/clean.h"
#include "normalise/normalise.h"
#include "pinyin/explain.h"
#include "pinyin/lexicon.h"
#include "pinyin/pronounce.h"
#include "read/reading_marks.h"

namespace langdu {
namespace {

/// A line without its reading marks. A filter shows what is said; 'langdu plan' lists what is not.
struct FilterLine {
  explicit FilterLine(const std::string& line) {
    std::vector<Dropped> dropped;
    text = take_reading_marks(MappedText::verbatim(line, 0), marks, dropped);
  }
  std::vector<ReadingMark> marks;
  MappedText text;
};

/// One message for all hanzi that "?" stands for.
void tell_unread(const std::string& input, const CharacterCounts& unread) {
  constexpr std::size_t most_named = 20;  // a person reads no more
  const std::vector<CountedCharacter> list = unread.list();
  std::string names;
  for (std::size_t i = 0; i < list.size() && i < most_named; ++i)
    names += fmt::format("{}{}{}", i > 0 ? ", " : "", name_of_character(list[i].code), times(list[i].count));
  if (list.size() > most_named) names += fmt::format(" and {} other hanzi", list.size() - most_named);
  tell("{}: warning: no reading is known for {}; '?' stands for it\n",
       input_name(input.empty() ? "-" : input), names);
}

}  // namespace

void run_normalize(const Settings& settings) {
  const Lexicon lexicon = Lexicon::open(data_directory() / "lexicon.bin");
  filter_lines(settings.input, [&](const std::string& line) {
    std::vector<Dropped> dropped;
    return normalise(repair(FilterLine(line).text), dropped, lexicon.traditional()).text();
  });
}

void run_pinyin(const Settings& settings) {
  const Lexicon lexicon = open_lexicon();
  const UserLexicon words = load_user_words(settings.lexicons, lexicon.traditional());
  const Tones tones = settings.citation ? Tones::citation : Tones::spoken;
  const auto read = settings.explain ? explain_readings : pinyin_of_text;
  CharacterCounts unread;
  filter_lines(settings.input, [&](const std::string& text) {
    FilterLine line(text);
    return read(std::move(line.text), lexicon, tones, {words.empty() ? nullptr : &words, line.marks},
                &unread);
  });
  if (!unread.empty()) tell_unread(settings.input, unread);
}

}  // namespace langdu
