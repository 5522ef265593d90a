#include "pinyin/pronounce.h"

#include <utility>

#include "pinyin/group.h"
#include "pinyin/hanzi_text.h"
#include "pinyin/unmask.h"

namespace langdu {

HanziText read_hanzi(const MappedText& text, const LexiconView& lexicon, const Corrections& corrections) {
  HanziText hanzi = collect_hanzi(text.text());
  fold_traditional(hanzi, lexicon.traditional);
  if (corrections.words) find_user_words(hanzi, *corrections.words);
  segment(hanzi, lexicon);
  read_by_lexicon(hanzi, lexicon);
  read_by_corrections(hanzi, text, corrections.marks, lexicon.traditional);
  read_by_context(hanzi);
  read_by_own_readings(hanzi);
  apply_sandhi(hanzi);
  return hanzi;
}

void append_syllable(std::string& line, Syllable syllable, Tones tones) {
  line += base_spelling(syllable.base);
  line += static_cast<char>('0' + (tones == Tones::spoken ? syllable.tone : syllable.citation));
}

std::vector<Word> pronounce(const MappedText& spoken, const Lexicon& lexicon, const Corrections& corrections,
                            std::vector<Correction>& applied) {
  const LexiconView& view = lexicon.data().view;
  const HanziText hanzi = read_hanzi(spoken, view, corrections);
  applied = list_corrections(hanzi, spoken, corrections);
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

std::vector<Word> pronounce(const MappedText& spoken, const Lexicon& lexicon) {
  std::vector<Correction> none;
  return pronounce(spoken, lexicon, {}, none);
}

std::string pinyin_of_text(MappedText text, const Lexicon& lexicon, Tones tones,
                           const Corrections& corrections, CharacterCounts* unread) {
  const Unmasked unmasked = unmask_heads(std::move(text));
  const HanziText hanzi = read_hanzi(unmasked.text, lexicon.data().view, corrections);
  std::string line;
  line.reserve(hanzi.size() * 6);
  auto mask = unmasked.masks.begin();
  for (std::uint32_t i = 0; i < hanzi.size(); ++i) {
    if (mask != unmasked.masks.end() && *mask == hanzi.bytes[i].begin) {  // no hanzi of the text
      ++mask;
      continue;
    }
    const std::optional<Syllable>& syllable = hanzi.syllables[i];
    if (!line.empty()) line += ' ';
    if (!syllable) {
      line += '?';
      if (unread != nullptr) unread->add(hanzi.as_written(i), 0);
      continue;
    }
    append_syllable(line, *syllable, tones);
  }
  return line;
}

std::string pinyin_line(std::string_view text, const Lexicon& lexicon, Tones tones) {
  return pinyin_of_text(MappedText::verbatim(text, 0), lexicon, tones, {});
}

}  // namespace langdu
