#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pinyin/lexicon_file.h"
#include "pinyin/list_lines.h"

namespace langdu {

/// One line of voices/mandarin/lexicon.tsv or words.tsv.
struct ListedWord {
  std::u32string hanzi;
  std::optional<std::uint32_t> count;  ///< in a corpus of 60 million words; nothing: let the parts decide
  std::optional<WordClass> word_class;
  std::vector<Syllable> reading;  ///< one a hanzi; empty: the characters' own readings
};

/// Reads the dictionary's lines: word, count, class[, reading], separated by tabs; # starts a comment.
std::vector<ListedWord> parse_lexicon(std::string_view text, std::vector<BadLine>& bad);

/// Reads the lines that people write: word, reading[, count]. They override the dictionary.
std::vector<ListedWord> parse_words(std::string_view text, std::vector<BadLine>& bad);

}  // namespace langdu
