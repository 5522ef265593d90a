#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pinyin/list_lines.h"
#include "text/syllable.h"

namespace langdu {

/// Where a labelled hanzi comes from; training weighs the kinds differently.
enum class LabelSource : std::uint8_t {
  corpus,      ///< running text whose hanzi were labelled as they came: tells how often each reading is met
  examples,    ///< sentences written for a reading: tells what stands around it, not how often it is met
  words,       ///< a word of the lexicon by itself
  background,  ///< running text, its reading by the dictionary: for hanzi that corpora label seldom or never
};

/// A hanzi in a sentence with the reading it has there.
struct LabelledHanzi {
  std::string sentence;
  std::uint32_t at = 0;  ///< its first byte in the sentence
  Syllable reading;
  LabelSource source = LabelSource::corpus;
  std::uint16_t file = 0;  ///< which of the files it comes from, as the caller counts them
};

/// Reads lines "sentence TAB index TAB hanzi TAB reading": the index counts code points from 0.
std::vector<LabelledHanzi> parse_corpus(std::string_view text, std::vector<BadLine>& bad);

/// Reads the lines that people write, "sentence TAB reading", with the hanzi in braces: 老中医{大}夫. #
/// starts a comment.
std::vector<LabelledHanzi> parse_examples(std::string_view text, std::vector<BadLine>& bad);

}  // namespace langdu
