#include "pinyin/user_lines.h"

#include <fmt/core.h>

#include <array>

#include "text/spelling.h"
#include "text/utf8.h"

namespace langdu {
namespace {

enum Row { no_tab, no_word, not_hanzi, too_long, no_pinyin, no_syllable, wrong_count, more_fields };

constexpr std::array table = {
    LineFault{"no_tab", "there is no tab; write the word, a tab and its pinyin"},
    LineFault{"no_word", "there is no word before the tab; write it in hanzi"},
    LineFault{"not_hanzi", "'{0}' is not made of hanzi alone; write the word in hanzi"},
    LineFault{"too_long", "the word has {0} hanzi; cut it into words of {1} at most"},
    LineFault{"no_pinyin", "there is no pinyin behind the tab; write one syllable for each hanzi"},
    LineFault{"no_syllable", "'{0}' is no Mandarin syllable; write it as in chang2, cháng or lv4"},
    LineFault{
        "wrong_count",
        "the hanzi and the syllables are not equally many ({0} and {1}); write one syllable for each hanzi"},
    LineFault{"more_fields", "'{0}' stands behind the pinyin and another tab; leave it out"},
};

template <typename... Arguments>
WrongLine wrong(Row row, const Arguments&... arguments) {
  return wrong_line(table[row], arguments...);
}

/// The first syllable of `text` is the part of this size: up to a blank, or to a digit with the digit.
std::size_t syllable_size(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const Rune rune = rune_at(text, at);
    if (is_blank(rune.code)) return at;
    at += rune.size;
    if (is_digit(rune.code)) return at;
  }
  return at;
}

using Fields = std::variant<UserWord, WrongLine>;

Fields read_fields(std::string_view word_field, std::string_view pinyin_field) {
  UserWord word;
  for (std::size_t at = 0; at < word_field.size();) {
    const Rune rune = rune_at(word_field, at);
    if (!rune.valid || !is_hanzi(rune.code)) return wrong(not_hanzi, excerpt(word_field));
    word.hanzi.push_back(rune.code);
    at += rune.size;
  }
  const std::size_t size = word.hanzi.size();
  if (size > longest_user_word) return wrong(too_long, size, longest_user_word);
  for (std::string_view rest = pinyin_field; !rest.empty(); rest = trimmed(rest)) {
    const std::string_view written = rest.substr(0, syllable_size(rest));
    const auto spelling = parse_spelling(written);
    if (!spelling) return wrong(no_syllable, excerpt(written));
    word.reading.push_back(spelling->syllable);
    rest.remove_prefix(written.size());
  }
  if (word.reading.size() != size) return wrong(wrong_count, size, word.reading.size());
  return word;
}

Fields read_line(std::string_view line) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos) return wrong(no_tab);
  const std::string_view word = trimmed(line.substr(0, tab));
  if (word.empty()) return wrong(no_word);
  const std::string_view behind = trimmed(line.substr(tab + 1));
  if (behind.empty()) return wrong(no_pinyin);
  const std::size_t next_tab = behind.find('\t');
  if (next_tab != std::string_view::npos) return wrong(more_fields, excerpt(trimmed(behind.substr(next_tab))));
  return read_fields(word, behind);
}

}  // namespace

std::span<const LineFault> line_faults() { return table; }

std::variant<UserWord, WrongLine> parse_user_line(std::string_view line, std::uint32_t number) {
  Fields fields = read_line(line);
  std::visit([number](auto& either) { either.line = number; }, fields);
  return fields;
}

}  // namespace langdu
