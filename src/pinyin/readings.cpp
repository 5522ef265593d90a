#include "pinyin/hanzi_text.h"

namespace langdu {
namespace {

constexpr char32_t repetition_mark = U'々';

}  // namespace

void read_by_lexicon(HanziText& text, const LexiconView& lexicon) {
  text.syllables.assign(text.size(), std::nullopt);
  text.origin.assign(text.size(), Origin::none);
  for (const Token& token : text.tokens) {
    if (!token.slot) continue;
    const std::span<const std::uint16_t> reading = lexicon.reading(*token.slot, token.size);
    for (std::size_t i = 0; i < reading.size(); ++i) {
      // A damaged file must not lead outside the table of syllables.
      const Syllable syllable = unpack(reading[i]);
      if (syllable.base >= base_count()) continue;
      text.syllables[token.begin + i] = syllable;
      text.origin[token.begin + i] = Origin::lexicon;
    }
  }
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (text.codes[i] != repetition_mark || !text.joined(i)) continue;
    text.syllables[i] = text.syllables[i - 1];
    text.origin[i] = text.origin[i - 1];
  }
}

}  // namespace langdu
