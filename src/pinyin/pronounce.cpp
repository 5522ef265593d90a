#include "pinyin/pronounce.h"

#include "pinyin/group.h"
#include "pinyin/hanzi_text.h"
#include "text/characters.h"

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

/// A text with 某 for the X's in front of 长, and the bytes these 某 begin at, ascending.
struct Unmasked {
  std::string text;
  std::vector<std::uint32_t> masks;
};

/// X长, ×长: the head of something, not a length. A sentence on its way to the engine has 某 there already.
Unmasked unmask_heads(std::string_view text) {
  Unmasked out;
  const auto is_mask = [](char32_t code) { return one_of(code, U"Xx×"); };
  char32_t left = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = code_at(text, at);
    std::size_t end = at + rune_at(text, at).size;
    while (is_mask(code) && is_mask(code_at(text, end))) end += rune_at(text, end).size;
    if (is_mask(code) && code_at(text, end) == U'长' && !is_latin(left)) {
      out.masks.push_back(static_cast<std::uint32_t>(out.text.size()));
      out.text += "某";
    } else {
      out.text += text.substr(at, end - at);
    }
    left = code;
    at = end;
  }
  return out;
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
  const Unmasked unmasked = unmask_heads(text);
  const HanziText hanzi = read_hanzi(unmasked.text, lexicon.data().view);
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
      continue;
    }
    line += base_spelling(syllable->base);
    line += static_cast<char>('0' + (tones == Tones::spoken ? syllable->tone : syllable->citation));
  }
  return line;
}

}  // namespace langdu
