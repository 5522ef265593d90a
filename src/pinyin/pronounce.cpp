#include "pinyin/pronounce.h"

#include "pinyin/group.h"
#include "pinyin/hanzi_text.h"

namespace langdu {
namespace {

HanziText read_hanzi(std::string_view text, const LexiconView& lexicon) {
  HanziText hanzi = collect_hanzi(text);
  segment(hanzi, lexicon);
  read_by_lexicon(hanzi, lexicon);
  read_by_context(hanzi);
  apply_sandhi(hanzi);
  return hanzi;
}

}  // namespace

std::vector<Word> pronounce(const MappedText& spoken, const Lexicon& lexicon) {
  const LexiconView& view = lexicon.data().view;
  const HanziText hanzi = read_hanzi(spoken.text(), view);
  std::vector<Word> words;
  for (const Group& group : group_syllables(hanzi, view)) {
    Word word;
    word.spoken = {hanzi.bytes[group.begin].begin, hanzi.bytes[group.end - 1].end};
    word.source = spoken.source(word.spoken);
    for (std::uint32_t i = group.begin; i < group.end; ++i) word.syllables.push_back(*hanzi.syllables[i]);
    words.push_back(word);
  }
  return words;
}

std::string pinyin_line(std::string_view text, const Lexicon& lexicon, Tones tones) {
  const HanziText hanzi = read_hanzi(text, lexicon.data().view);
  std::string line;
  line.reserve(hanzi.size() * 6);
  for (const std::optional<Syllable>& syllable : hanzi.syllables) {
    if (!line.empty()) line += ' ';
    if (!syllable) {
      line += '?';
      continue;
    }
    line += base_spelling(syllable->base);
    line += static_cast<char>('0' + (tones == Tones::spoken ? syllable->tone : syllable->citation));
  }
  return line;
}

}  // namespace langdu
