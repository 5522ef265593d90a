#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "pinyin/hanzi_text.h"

namespace langdu {

/// A case of 一 or 不, as its rule sees it. A hanzi beyond the run is 0.
struct SandhiCase {
  char32_t before2, before, hanzi, after;
  std::uint8_t next_tone;  ///< citation tone of the next syllable; 0: none follows
  bool ends_word;          ///< the last hanzi of a word of two or more
  bool counts;             ///< a word of its own, or part of a word for a number or a time
};

/// One row: the first one that applies decides the tone.
struct SandhiRule {
  std::string_view name;
  std::string_view reason;
  char32_t hanzi;
  bool (*applies)(const SandhiCase&);
  std::uint8_t tone;
};
std::span<const SandhiRule> sandhi_rules();

/// The case of the hanzi `i` of `token`.
SandhiCase sandhi_case(const HanziText& text, const Token& token, std::uint32_t i);

}  // namespace langdu
