#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"

namespace langdu {

/// A word of the engine's text: the engine must report its start, or its sound is lost.
struct EngineWord {
  std::uint32_t position = 0;  ///< code points from 1, as the engine counts
  std::uint32_t word = 0;  ///< index of the segment's word that it belongs to; one word may need two tokens
};

/// One segment as the engine gets it. It holds only what compose() put together, never a byte of the document
/// that could be a command, so the engine can neither be steered nor stopped by content.
struct EngineText {
  Language language = Language::mandarin;
  std::uint32_t words = 0;  ///< of the segment
  std::string text;         ///< UTF-8
  std::vector<EngineWord> tokens;
};

/// What the engine gets for a base syllable that it reads wrong as it stands.
struct SpellingException {
  std::string_view base;
  std::string_view spelling;
  bool keeps_tone;  ///< otherwise the spelling has its own
  std::string_view reason;
};

/// Two syllables of a word that the engine reads wrong unless an apostrophe parts them.
struct Joint {
  std::string_view name;
  std::string_view before;  ///< how the spelling before the tone digit ends
  std::string_view after;   ///< how the next syllable begins
  std::string_view reason;
};

/// The tables. A test walks them: every row has lines in tests/data/speak/<base or name>.txt.
std::span<const SpellingException> spelling_exceptions();
std::span<const Joint> joints();

/// Mandarin as words of pinyin with tone digits (a word with a third tone that must stay low: as phonemes), English as plain words, and the mark of the ending. A word
/// that has nothing to say gets no token.
EngineText compose(const Segment& segment);

/// The longest text that the engine takes whole: the clause limit of plan/segments.h with its blanks.
inline constexpr std::size_t longest_engine_text = 800;  ///< bytes
/// The longest text with phonemes in it.
inline constexpr std::size_t longest_phonemes_text = 700;

/// The first word of the segment that the engine cannot be given whole, or text.words when there is none.
std::uint32_t first_unspeakable(const EngineText& text);

/// How long a word is spoken, in Mandarin syllables, rounded up. Measured at rate 216: the slowest letter
/// name (W) takes 1.4 syllables, a long English word a quarter of a syllable for each letter.
std::uint32_t weight(const Segment& segment);

}  // namespace langdu
