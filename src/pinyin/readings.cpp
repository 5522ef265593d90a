#include "pinyin/hanzi_text.h"

namespace langdu {
namespace {

constexpr char32_t repetition_mark = U'々';

}  // namespace

void read_by_lexicon(HanziText& text, const LexiconView& lexicon) {
  text.syllables.assign(text.size(), std::nullopt);
  for (const Token& token : text.tokens) {
    if (!token.slot) continue;
    const std::span<const std::uint16_t> reading = lexicon.reading(*token.slot, token.size);
    for (std::size_t i = 0; i < reading.size(); ++i) {
      // A damaged file must not lead outside the table of syllables.
      const Syllable syllable = unpack(reading[i]);
      if (syllable.base < base_count()) text.syllables[token.begin + i] = syllable;
    }
  }
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (text.codes[i] == repetition_mark && text.joined(i)) text.syllables[i] = text.syllables[i - 1];
  }
}

}  // namespace langdu
