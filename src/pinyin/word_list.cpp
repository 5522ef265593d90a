#include "pinyin/word_list.h"

#include <fmt/core.h>

#include <charconv>

#include "text/utf8.h"

namespace langdu {
namespace {

/// Why the line is wrong; empty: nothing is.
using Problem = std::string;

Problem read_hanzi(std::string_view field, std::u32string& hanzi) {
  for (std::size_t at = 0; at < field.size();) {
    const Rune rune = rune_at(field, at);
    if (!rune.valid || !is_hanzi(rune.code))
      return fmt::format("'{}' is not made of hanzi alone", printable(field));
    hanzi.push_back(rune.code);
    at += rune.size;
  }
  if (hanzi.empty()) return "there is no word";
  if (hanzi.size() > 0xFF) return "the word is too long";
  return {};
}

Problem read_reading(std::string_view field, std::size_t size, std::vector<Syllable>& reading) {
  for (const std::string_view spelling : split(field, ' ')) {
    const std::optional<Syllable> syllable = parse_syllable(spelling);
    if (!syllable)
      return fmt::format("'{}' is not a toned syllable, as in zhang3 or lv4", printable(spelling));
    reading.push_back(*syllable);
  }
  if (reading.size() != size) return "a word needs one syllable a hanzi";
  return {};
}

Problem read_count(std::string_view field, std::optional<std::uint32_t>& count) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
  if (error != std::errc() || end != field.data() + field.size()) {
    return fmt::format("'{}' is not a count", printable(field));
  }
  count = value;
  return {};
}

Problem read_dictionary_line(std::string_view line, ListedWord& word) {
  const auto fields = split(line, '\t');
  if (fields.size() != 3 && fields.size() != 4)
    return "a line is word, count, class[, reading], between tabs";
  if (Problem problem = read_hanzi(fields[0], word.hanzi); !problem.empty()) return problem;
  if (Problem problem = read_count(fields[1], word.count); !problem.empty()) return problem;
  if (fields[2].size() == 1) word.word_class = parse_word_class(fields[2][0]);
  if (!word.word_class) return fmt::format("'{}' is not a class of words", printable(fields[2]));
  return fields.size() == 4 ? read_reading(fields[3], word.hanzi.size(), word.reading) : Problem();
}

Problem read_words_line(std::string_view line, ListedWord& word) {
  const auto fields = split(line, '\t');
  if (fields.size() != 2 && fields.size() != 3) return "a line is word, reading[, count], between tabs";
  if (Problem problem = read_hanzi(fields[0], word.hanzi); !problem.empty()) return problem;
  if (Problem problem = read_reading(fields[1], word.hanzi.size(), word.reading); !problem.empty())
    return problem;
  return fields.size() == 3 ? read_count(fields[2], word.count) : Problem();
}

}  // namespace

std::vector<ListedWord> parse_lexicon(std::string_view text, std::vector<BadLine>& bad) {
  return parse_lines<ListedWord>(text, bad, read_dictionary_line);
}

std::vector<ListedWord> parse_words(std::string_view text, std::vector<BadLine>& bad) {
  return parse_lines<ListedWord>(text, bad, read_words_line);
}

}  // namespace langdu
