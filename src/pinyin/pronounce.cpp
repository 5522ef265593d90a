#include "pinyin/pronounce.h"

#include <utility>

#include "pinyin/group.h"
#include "pinyin/hanzi_text.h"
#include "pinyin/lexicon_data.h"
#include "pinyin/names.h"
#include "pinyin/neutral.h"
#include "pinyin/reading_model.h"
#include "pinyin/third_tone.h"
#include "pinyin/unmask.h"

namespace langdu {

HanziText read_hanzi(const MappedText& text, const Lexicon& lexicon, const Corrections& corrections) {
  const LexiconView& words = lexicon.data().words;
  HanziText hanzi = collect_hanzi(text.text());
  fold_traditional(hanzi, words.traditional);
  if (corrections.words) find_user_words(hanzi, text, corrections);
  segment(hanzi, words);
  read_by_lexicon(hanzi, words);
  read_by_corrections(hanzi, text, corrections.marks, words.traditional);
  read_by_context(hanzi);
  if (const auto& model = lexicon.data().model) read_by_model(hanzi, words, *model);
  read_by_own_readings(hanzi);
  apply_neutral_tone(hanzi);
  apply_sandhi(hanzi);
  return hanzi;
}

void append_syllable(std::string& line, Syllable syllable, Tones tones) {
  line += base_spelling(syllable.base);
  line += static_cast<char>('0' + (tones == Tones::spoken ? syllable.tone : syllable.citation));
}

std::vector<Word> pronounce(const MappedText& spoken, const Lexicon& lexicon, const Corrections& corrections,
                            std::vector<Correction>& applied) {
  HanziText hanzi = read_hanzi(spoken, lexicon, corrections);
  join_names(hanzi);
  apply_third_tone(hanzi, lexicon.data().words);
  applied = list_corrections(hanzi, spoken, corrections);
  std::vector<Word> words;
  for (const Group& group : group_syllables(hanzi, lexicon.data().words)) {
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
  const HanziText hanzi = read_hanzi(unmasked.text, lexicon, corrections);
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
