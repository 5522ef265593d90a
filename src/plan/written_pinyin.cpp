#include "plan/written_pinyin.h"

#include <algorithm>

#include "text/spelling.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::size_t longest_syllable = 8;  // bytes: zhuāng, lüè

/// Pinyin has an apostrophe before a syllable inside a word that opens with a vowel: Hénán is hé nán.
bool opens_with_vowel(std::string_view text) {
  constexpr std::u32string_view vowels = U"aeoāáǎàēéěèōóǒòAEOĀÁǍÀĒÉĚÈŌÓǑÒ";
  return !text.empty() && vowels.find(rune_at(text, 0).code) != vowels.npos;
}

/// Whether `rest` is syllables with tone marks; they are put behind `syllables`, the longest first. `strict`:
/// only with the apostrophes that belong there.
bool take(std::string_view rest, Syllables& syllables, bool strict) {
  if (!rest.empty() && rest[0] == '\'') {
    rest.remove_prefix(1);
  } else if (strict && !syllables.empty() && opens_with_vowel(rest)) {
    return false;
  }
  if (rest.empty()) return !syllables.empty();
  if (syllables.full()) return false;
  const Syllables before = syllables;
  for (std::size_t size = std::min(rest.size(), longest_syllable); size > 0; --size) {
    const bool inside = size < rest.size() && (static_cast<unsigned char>(rest[size]) & 0xC0) == 0x80;
    const auto spelling = inside ? std::nullopt : parse_spelling(rest.substr(0, size));
    if (!spelling || !spelling->has_tone) continue;
    syllables.push_back(spelling->syllable);
    if (take(rest.substr(size), syllables, strict)) return true;
    syllables = before;
  }
  return false;
}

}  // namespace

Syllables written_pinyin(std::string_view run) {
  const bool marked =
      std::any_of(run.begin(), run.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  Syllables syllables;
  if (!marked || !(take(run, syllables, true) || take(run, syllables, false))) return {};
  return syllables;
}

}  // namespace langdu
