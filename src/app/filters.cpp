#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "app/commands.h"
#include "app/data_directory.h"
#include "app/filter_input.h"
#include "app/input.h"
#include "app/line_filter.h"
#include "app/messages.h"
#include "app/normalise_setup.h"
#include "app/user_files.h"
#include "clean/clean.h"
#include "normalise/normalise.h"
#include "pinyin/explain.h"
#include "pinyin/lexicon.h"
#include "pinyin/pronounce.h"

namespace langdu {
namespace {

std::string name_of_input(const Settings& settings) {
  return input_name(settings.input.empty() ? "-" : settings.input);
}

/// One message for all hanzi that "?" stands for.
void tell_unread(const std::string& name, const CharacterCounts& unread) {
  constexpr std::size_t most_named = 20;  // a person reads no more
  const std::vector<CountedCharacter> list = unread.list();
  std::string names;
  for (std::size_t i = 0; i < list.size() && i < most_named; ++i)
    names += fmt::format("{}{}{}", i > 0 ? ", " : "", name_of_character(list[i].code), times(list[i].count));
  if (list.size() > most_named) names += fmt::format(" and {} other hanzi", list.size() - most_named);
  tell("{}: warning: no reading is known for {}; '?' stands for it\n", name, names);
}

}  // namespace

void run_normalize(const Settings& settings) {
  const Lexicon lexicon = Lexicon::open(data_directory() / "lexicon.bin");
  const NormaliseSetup setup(settings);
  FilterInput input(name_of_input(settings));
  filter_lines(settings.input, [&](const std::string& line) {
    std::vector<Dropped> dropped;
    const MappedText spoken =
        normalise(repair(input.take(line)), dropped, lexicon.traditional(), setup.options());
    input.add_dropped(dropped);
    return spoken.text();
  });
  input.finish();
}

void run_pinyin(const Settings& settings) {
  const Lexicon lexicon = open_lexicon();
  const UserLexicon words = load_user_words(settings.lexicons, lexicon.traditional());
  const Tones tones = settings.citation ? Tones::citation : Tones::spoken;
  const auto read = settings.explain ? explain_readings : pinyin_of_text;
  CharacterCounts unread;
  const std::string name = name_of_input(settings);
  FilterInput input(name);
  filter_lines(settings.input, [&](const std::string& line) {
    MappedText text = input.take(line);
    return read(std::move(text), lexicon, tones, {words.empty() ? nullptr : &words, input.marks()}, &unread);
  });
  input.finish();
  if (!unread.empty()) tell_unread(name, unread);
}

}  // namespace langdu
