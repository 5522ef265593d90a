#include "speak/compose.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "speak/phonemes.h"
#include "text/utf8.h"

namespace langdu {
namespace {

/// Measured with eSpeak NG 1.51.
constexpr std::array exceptions = {
    SpellingException{"m", "en5", false, "it has no vowel: m2 lasts 35 ms and has no tone"},
    SpellingException{"n", "en5", false, "as m"},
    SpellingException{"hm", "heng", true, "as m"},
    SpellingException{"hng", "heng", true, "as m"},
    SpellingException{"r", "er", true,
                      "the suffix 儿: er5 is the same sound, with a spelling that 1.52 knows too"},
};

/// All pairs of the 420 base syllables with a vowel, measured with eSpeak NG 1.51: of those whose sound
/// differs from that of the syllables alone, these 496 become right with an apostrophe. It changes no other
/// pair.
constexpr std::array joint_table = {
    Joint{"a-o", "a", "o", "da4ou1 would be read dao"},
    Joint{"e-n", "e", "n", "the e of ke3neng2 would be that of ken"},
    Joint{"a-nv", "a", "nv", "the a of da4nv3 would be that of dan"},
    Joint{"u-nv", "u", "nv", "the u of mu3nv3 would be that of mun"},
};

/// `ng` is read only as a word of its own.
constexpr std::string_view lone_base = "ng";

/// What the engine takes for phonemes; it reports the word's start behind the opening.
constexpr std::string_view phonemes_begin = "[[";
constexpr std::string_view phonemes_end = "]]";
/// It has no sound, but without it the start of a word that begins with its stress is reported one later.
constexpr char phoneme_boundary = '|';

/// In this order of Ending. The ASCII marks do not end a clause when a word touches them; these do.
constexpr std::array<std::string_view, 4> marks = {"，", "。", "？", "！"};

/// Between English words: a blank (U+00A0) that keeps the engine from reading "of the" as one entry of its
/// dictionary, for which it would report one word.
constexpr std::string_view english_blank = "\u00a0";

std::string spelling(Syllable syllable) {
  const std::string_view base = base_spelling(syllable.base);
  const auto* found = std::find_if(exceptions.begin(), exceptions.end(),
                                   [&](const SpellingException& row) { return row.base == base; });
  const char tone = static_cast<char>('0' + syllable.tone);
  if (found == exceptions.end()) return std::string(base) + tone;
  return found->keeps_tone ? std::string(found->spelling) + tone : std::string(found->spelling);
}

bool needs_apostrophe(std::string_view before, std::string_view spelled) {
  before.remove_suffix(1);  // the tone
  return std::any_of(joint_table.begin(), joint_table.end(), [&](const Joint& joint) {
    return before.ends_with(joint.before) && spelled.starts_with(joint.after);
  });
}

/// The first syllable of a word is a third tone.
bool begins_third(const Segment& segment, std::size_t word) {
  if (word >= segment.words.size()) return false;
  const Syllables& syllables = segment.words[word].syllables;
  return !syllables.empty() && syllables[0].tone == 3;
}

/// Two third tones in a row: the plan has decided that the first one stays low, and the engine would lift it.
bool holds_low_third(const Syllables& word, bool third_follows) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool before_third = i + 1 < word.size() ? word[i + 1].tone == 3 : third_follows;
    if (word[i].tone == 3 && before_third) return true;
  }
  return false;
}

void append_word(const Word& word, std::uint32_t index, EngineText& out) {
  std::string before;  // the syllable before, when it is of the same token
  bool begins_token = true;
  for (const Syllable syllable : word.syllables) {
    const bool alone = base_spelling(syllable.base) == lone_base;
    const std::string spelled = spelling(syllable);
    if (begins_token || alone) {
      if (!out.text.empty()) out.text += ' ';
      out.tokens.push_back({static_cast<std::uint32_t>(out.text.size() + 1), index});
    } else if (needs_apostrophe(before, spelled)) {
      out.text += '\'';
    }
    out.text += spelled;
    before = spelled;
    begins_token = alone;
  }
}

void compose_mandarin(const Segment& segment, bool with_phonemes, EngineText& out) {
  for (std::uint32_t w = 0; w < segment.words.size(); ++w) {
    const Word& word = segment.words[w];
    const bool third_follows = begins_third(segment, w + 1);
    if (!with_phonemes || !holds_low_third(word.syllables, third_follows)) {
      append_word(word, w, out);
      continue;
    }
    if (!out.text.empty()) out.text += ' ';
    out.text += phonemes_begin;
    out.tokens.push_back({static_cast<std::uint32_t>(out.text.size() + 1), w});
    std::string phonemes;
    append_phonemes(phonemes, word.syllables, third_follows);
    if (phonemes.front() == '\'') out.text += phoneme_boundary;
    out.text += phonemes + std::string(phonemes_end);
  }
}

/// A Latin letter as the English voice knows it: letters beyond Latin-1 lose their marks (the voice would
/// name the mark: "Ā" is "a macron").
void append_letter(std::string& out, char32_t code) {
  if (code > 0xFF) {
    std::array<utf8proc_int32_t, 4> parts{};
    int boundary = 0;
    const auto size =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code), parts.data(),
                                static_cast<utf8proc_ssize_t>(parts.size()), UTF8PROC_DECOMPOSE, &boundary);
    if (size > 0 && is_latin(static_cast<char32_t>(parts[0]))) code = static_cast<char32_t>(parts[0]);
  }
  append_utf8(out, code);
}

/// The letters of a word with inner apostrophes and hyphens; everything else is left out.
std::string english_word(std::string_view word) {
  std::string out;
  bool joint = false;  // an apostrophe or a hyphen that waits for a letter behind it
  char joint_mark = 0;
  for (std::size_t at = 0; at < word.size();) {
    const Rune rune = rune_at(word, at);
    at += rune.size;
    if (rune.valid && is_latin(rune.code)) {
      if (joint) out += joint_mark;
      append_letter(out, rune.code);
      joint = false;
    } else if (rune.code == U'\'' || rune.code == U'’' || rune.code == U'-') {
      joint = !out.empty();
      joint_mark = rune.code == U'-' ? '-' : '\'';
    }
  }
  // The capital alone is the letter's name, not the article; with the hyphen the engine reads it so.
  if (out == "A") out = "A-";
  return out;
}

void compose_english(const Segment& segment, EngineText& out) {
  std::string_view rest = segment.latin;
  std::uint32_t position = 1;
  for (std::uint32_t w = 0; w < segment.words.size() && !rest.empty(); ++w) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string word = english_word(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (word.empty()) continue;
    if (!out.text.empty()) out.text += english_blank;
    out.tokens.push_back({position, w});
    out.text += word;
    position += static_cast<std::uint32_t>(count_runes(word)) + 1;
  }
}

}  // namespace

std::span<const SpellingException> spelling_exceptions() { return exceptions; }

std::span<const Joint> joints() { return joint_table; }

EngineText compose(const Segment& segment) {
  EngineText out;
  out.language = segment.language;
  out.words = static_cast<std::uint32_t>(segment.words.size());
  if (segment.language == Language::mandarin) {
    compose_mandarin(segment, true, out);
    // Rather a third tone that rises than a word that the engine loses.
    if (out.text.size() > longest_phonemes_text) {
      out.text.clear();
      out.tokens.clear();
      compose_mandarin(segment, false, out);
    }
  } else {
    compose_english(segment, out);
  }
  if (!out.text.empty()) out.text += marks[static_cast<std::size_t>(segment.ending)];
  return out;
}

std::uint32_t first_unspeakable(const EngineText& text) {
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    const EngineWord& token = text.tokens[i];
    const std::size_t end = i + 1 < text.tokens.size() ? text.tokens[i + 1].position : text.text.size();
    if (token.word > next || end > longest_engine_text) return std::min(next, token.word);
    next = token.word + 1;
  }
  return next;
}

std::uint32_t weight(const Segment& segment) {
  std::size_t sum = 0;
  if (segment.language == Language::mandarin) {
    for (const Word& word : segment.words) sum += word.syllables.size();
  } else {
    sum = segment.words.size() + segment.latin.size() / 2;
  }
  return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(sum));
}

}  // namespace langdu
