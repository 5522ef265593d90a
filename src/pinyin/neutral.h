#pragma once
#include <span>
#include <string_view>

#include "pinyin/hanzi_text.h"

namespace langdu {

/// A hanzi that may be light: hanzi `i` of the word `token` of the segmentation.
struct LightCase {
  const HanziText& text;
  std::size_t token;
  std::uint32_t i;

  char32_t hanzi(int distance) const;  ///< in the same run, or 0
  bool ends(std::size_t size) const;   ///< the last hanzi of a word of that size
  const Token& word() const { return text.tokens[token]; }
};

/// One row: where it applies, the hanzi is spoken light. When in doubt, none does: a full tone is never wrong.
struct LightRule {
  std::string_view name;
  std::string_view reason;
  bool (*applies)(const LightCase&);
};
std::span<const LightRule> light_rules();

/// Makes syllables light that the dictionary has with a full tone; their citation tones stay.
void apply_neutral_tone(HanziText& text);

}  // namespace langdu
