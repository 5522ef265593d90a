#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "pinyin/lexicon.h"
#include "text/syllable.h"
#include "text/traditional.h"
#include "text/trie.h"

namespace langdu {

/// The class of a word, from jieba's part-of-speech tags; the letter is the one in lexicon.tsv.
enum class WordClass : std::uint8_t {
  other,        // x
  noun,         // n
  name,         // N: persons, places, organisations
  verb,         // v
  adjective,    // a
  adverb,       // d
  number,       // m
  measure,      // q
  pronoun,      // r
  preposition,  // p
  conjunction,  // c
  particle,     // u
  exclamation,  // e
  time,         // t
  place,        // f
  phrase,       // i: idioms and set phrases
};
std::optional<WordClass> parse_word_class(char letter);

/// The file lexicon.bin: a header, then slots, then readings, then, at a multiple of four bytes, the table of
/// text/traditional.h. All numbers are in the byte order of the
/// machine that compiled it; another order shows as another version.
///
/// The slots are a hash table of the edges of a trie over code points: the edge from the node `parent` by
/// `code` leads to the node named by the index of its own slot. So a word of n hanzi costs n look-ups, one
/// cache line each, and all words that begin at a place are found on the way.
struct LexiconHeader {
  static constexpr std::array<char, 8> own_magic = {'l', 'a', 'n', 'g', 'd', 'u', 'L', 'X'};
  static constexpr std::uint32_t own_version = 3;

  std::array<char, 8> magic = own_magic;
  std::uint32_t version = own_version;
  std::uint32_t words = 0;
  std::uint32_t slots = 0;
  std::uint32_t syllables = 0;      ///< in the table of readings
  std::uint32_t longest_probe = 0;  ///< how many slots a look-up visits at most
  std::uint32_t longest_word = 0;   ///< in hanzi
  std::uint32_t traditional = 0;    ///< bytes of its table
};
static_assert(sizeof(LexiconHeader) == 36);

struct LexiconSlot {
  static constexpr std::uint32_t no_word = 0x7FF;

  std::uint32_t parent = 0;
  std::uint32_t code : 21 = 0;        ///< 0: the slot is empty
  std::uint32_t cost : 11 = no_word;  ///< see cost_unit; no_word: only the beginning of words
  std::uint32_t reading : 27 = 0;     ///< index of its first syllable in the table of readings
  std::uint32_t settled : 1 = 0;      ///< a word of words.tsv: the reading model does not overrule it
  std::uint32_t word_class : 4 = 0;
};
static_assert(sizeof(LexiconSlot) == 12);

/// Costs are -ln(probability) in hundredths.
inline constexpr double cost_unit = 0.01;
/// What a hanzi costs that no word has: above every word's cost.
inline constexpr std::uint32_t unknown_cost = 2047;

constexpr std::uint16_t pack(Syllable s) { return static_cast<std::uint16_t>(s.base << 3 | s.citation); }
constexpr Syllable unpack(std::uint16_t packed) {
  const auto tone = static_cast<std::uint8_t>(packed & 7);
  return {static_cast<std::uint16_t>(packed >> 3), tone, tone};
}

/// A view of a lexicon file in memory.
struct LexiconView {
  LexiconHeader header;
  std::span<const LexiconSlot> slots;
  std::span<const std::uint16_t> readings;
  TraditionalView traditional;

  /// The node behind the edge, or nullptr.
  const LexiconSlot* step(const LexiconSlot* node, char32_t code) const {
    return step_in(slots, header.longest_probe, node, code);
  }

  /// The syllables of the word at `slot`, `size` hanzi long; empty when the file lies about them.
  std::span<const std::uint16_t> reading(const LexiconSlot& slot, std::size_t size) const {
    if (slot.reading + size > readings.size()) return {};
    return readings.subspan(slot.reading, size);
  }

  /// The word that `codes` spell, or nullptr.
  const LexiconSlot* find(std::u32string_view codes) const;
};

/// Checks magic, version and sizes. Nothing when `bytes` is not a whole lexicon file; `why` says so for a
/// person.
std::optional<LexiconView> view_lexicon(std::span<const std::byte> bytes, std::string_view& why);

}  // namespace langdu
