#pragma once
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "audio/timeline.h"
#include "output/line_breaks.h"
#include "plan/plan.h"

namespace langdu {

/// A word, or several that are written as one (the hanzi that a number is said as).
struct CaptionWord {
  std::uint32_t place = 0;  ///< first byte in the utterance's shown text
  std::uint64_t begin = 0;  ///< in milliseconds
};

/// What is seen at a time: a sentence or a part of it.
struct Caption {
  std::uint32_t utterance = 0;
  std::uint64_t begin = 0;  ///< in milliseconds; below end, and not before the end of the caption before
  std::uint64_t end = 0;
  std::vector<Span> lines;         ///< bytes of the shown text; those of all its captions tile it
  std::vector<CaptionWord> words;  ///< that begin in it, in order
};

using OnCaption = std::function<void(const Caption&)>;

/// The captions of everything that was rendered, in order. Where a sentence is divided, a part begins with
/// its first word (Word::shown leads from the text to timeline.word_begins); a part without a word gets its
/// share of the time between its neighbours by its length.
void make_captions(const Plan& plan, const Timeline& timeline, const CaptionShape& shape,
                   const OnCaption& on);

/// The bytes `range` of the utterance's text for a file: valid UTF-8 without control characters.
std::string caption_text(const Utterance& utterance, Span range);

}  // namespace langdu
