#pragma once
#include <cstdint>
#include <vector>

namespace langdu {

/// When one utterance is heard. Frames count from the first sample of the output. It begins with its first
/// sound, at most 10 ms before; end is exclusive and does not include the pause behind the utterance.
struct Cue {
  std::uint32_t utterance = 0;
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  std::uint32_t first_word = 0;  ///< index in Timeline::word_begins of the utterance's first word
};

/// The times of everything that was rendered.
struct Timeline {
  int sample_rate = 0;       ///< Hz
  std::uint64_t frames = 0;  ///< length of the output so far
  std::vector<Cue> cues;     ///< in order, one an utterance
  std::vector<std::uint32_t>
      word_begins;  ///< frames after its cue's begin; all words of all segments in order
};

/// A chapter with its place in the sound. Chapters tile the output: the first begins at 0.
struct ChapterMark {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  std::uint32_t chapter = 0;  ///< index in plan.chapters
};

}  // namespace langdu
