#pragma once
#include <span>
#include <string_view>

#include "pinyin/hanzi_text.h"

namespace langdu {

/// What may be a person's name that the lexicon lacks: a family name of one hanzi and a given name of one or
/// two, which the segmentation left single; of common hanzi only.
struct NameCase {
  const HanziText& text;
  std::uint32_t begin, end;

  char32_t given() const { return text.codes[begin + 1]; }
  char32_t hanzi(
      int distance) const;  ///< 1 and on behind the name, -1 and back in front of it; 0 beyond the run
  bool begins(std::u32string_view word) const;  ///< whether `word` stands behind the name
  bool ends(std::u32string_view word) const;    ///< whether `word` stands in front of it
  bool opens() const;                           ///< at the beginning of a run, or behind 和, 对, 由 ...
};

/// One row: where it applies, the hanzi are a name. When in doubt, none does: they stay words of their own.
struct NameRule {
  std::string_view name;
  std::string_view reason;
  bool (*applies)(const NameCase&);
};
std::span<const NameRule> name_rules();

/// The common family names and hanzi of given names, each in the order of the code points.
std::u32string_view family_names();
std::u32string_view given_names();

/// Makes one word of class `name` of each name found. After the readings: these know the words of the lexicon
/// only.
void join_names(HanziText& text);

}  // namespace langdu
