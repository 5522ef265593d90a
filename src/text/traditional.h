#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/trie.h"

namespace langdu {

/// Hanzi of traditional script and other forms are folded to those of simplified script for look-up; what is
/// shown, spoken and listed stays as it is written. The table is a part of the lexicon's file, made from
/// voices/mandarin/traditional.tsv.

enum class FoldKind : std::uint8_t {
  none,         ///< only in phrases
  traditional,  ///< simplified text never has it: folded always
  shared,       ///< simplified text has it as another hanzi (乾 著): folded beside a traditional one
  variant,      ///< another form of a hanzi, in either script (⼈ for 人): folded always
};

/// In the file: a header, the bitmap, slots, folded phrases; all of them in multiples of four bytes.
struct TraditionalHeader {
  std::uint32_t slots = 0;
  std::uint32_t codes = 0;          ///< in the table of folded phrases
  std::uint32_t longest_probe = 0;  ///< see text/trie.h
  std::uint32_t longest_phrase = 0;
};
static_assert(sizeof(TraditionalHeader) == 16);

/// A node of the trie of hanzi and phrases.
struct TraditionalSlot {
  std::uint32_t parent = 0;
  std::uint32_t code : 21 = 0;   ///< 0: the slot is empty
  std::uint32_t kind : 3 = 0;    ///< FoldKind, of the first hanzi of a path
  std::uint32_t phrase : 1 = 0;  ///< a phrase ends here
  std::uint32_t begins : 1 = 0;  ///< a longer phrase goes on here
  std::uint32_t to = 0;          ///< the folded hanzi; of a phrase: where its folded hanzi begin
  std::uint32_t reading = 0;     ///< of a single hanzi, packed as in the lexicon; 0: that of the folded hanzi
};
static_assert(sizeof(TraditionalSlot) == 16);

/// The hanzi of U+0000 to U+FFFF that folding may change, a bit each: all that simplified text costs.
inline constexpr std::size_t fold_bitmap_words = 65536 / 32;

/// A hanzi that has one reading as it is written, and several as it is folded.
struct OwnReading {
  std::uint32_t hanzi = 0;  ///< its index
  std::uint32_t reading = 0;
};

/// A view of the table in memory. An empty one folds nothing.
struct TraditionalView {
  TraditionalHeader header;
  std::span<const std::uint32_t> bitmap;
  std::span<const TraditionalSlot> slots;
  std::span<const std::uint32_t> codes;

  /// Whether folding may change the hanzi. Those beyond the bitmap are rare: they may.
  bool may_fold(char32_t code) const {
    if (code > 0xFFFF) return !slots.empty();
    return !bitmap.empty() && (bitmap[code >> 5] >> (code & 31) & 1) != 0;
  }

  /// Folds hanzi in place. Phrases stay within runs: `opens_run` says of each hanzi whether nothing joins it
  /// to the one before. A phrase wins over its hanzi, the longest phrase over shorter ones.
  void fold(std::u32string& hanzi, const std::vector<bool>& opens_run,
            std::vector<OwnReading>& readings) const;

  /// The same for a text, or nothing when folding changes none of it. Only hanzi whose bytes are as many as
  /// those of the folded one are changed, so that every byte keeps its place.
  std::optional<std::string> fold_text(std::string_view text) const;

  /// The folded form of a word that stands alone: with the shared hanzi folded, or left.
  std::u32string fold_word(std::u32string_view word, bool shared) const;

  const TraditionalSlot* step(const TraditionalSlot* node, char32_t code) const {
    return slots.empty() ? nullptr : step_in(slots, header.longest_probe, node, code);
  }
};

/// Nothing when `bytes` is no whole table. No bytes are an empty one. They must be aligned to four.
std::optional<TraditionalView> view_traditional(std::span<const std::byte> bytes);

}  // namespace langdu
