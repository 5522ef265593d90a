#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pinyin/pronounce.h"
#include "read/document.h"
#include "text/note.h"

namespace langdu {

enum class Language : std::uint8_t { mandarin, english };

/// The pause behind a segment; its length comes from a table in audio/. The order is from short to long.
enum class Pause : std::uint8_t {
  none,         ///< a cut that must not be heard: the clause was too long for one engine call
  language,     ///< between Mandarin and Latin words
  enumeration,  ///< 、
  clause,       ///< ，
  semicolon,    ///< ； ：
  sentence,     ///< 。 ？ ！ ……
  paragraph,
  heading,  ///< behind a heading
  chapter,  ///< before the next chapter
};

/// How the voice closes a segment: which mark the engine gets behind it.
enum class Ending : std::uint8_t { comma, stop, question, exclamation };

/// What one engine call speaks: one clause, within the engine's limits (see plan/segments.h).
struct Segment {
  Language language = Language::mandarin;
  Ending ending = Ending::comma;
  Pause after = Pause::none;
  std::optional<std::uint32_t> exact_pause;  ///< milliseconds that stand in place of it: the writer's
  std::vector<Word> words;  ///< of an English segment: one a Latin word, without syllables
  std::string latin;        ///< English only: its words, separated by single blanks, as many as `words`
};

/// One sentence: what captions, cues, seeking and JSON count.
struct Utterance {
  Span source;                    ///< the sentence with its punctuation
  std::string shown;              ///< as a reader sees it: the source after repairs, before normalisation
  std::string spoken;             ///< as it is said: hanzi, Latin words and pause marks
  std::vector<Segment> segments;  ///< never empty
  std::vector<Correction> corrections;  ///< those of the user that decided a reading here
};

/// Chapters tile the utterances: one ends where the next begins.
struct Chapter {
  std::string title;
  int level = 1;
  bool opening = false;
  std::uint32_t first = 0;  ///< index of the first utterance
};

/// A paragraph or a heading: blocks tile the utterances as chapters do.
struct TextBlock {
  std::uint32_t first = 0;  ///< index of the first utterance
  bool heading = false;
  int level = 0;  ///< of a heading: 1 is the outermost, 0 the title of the document
};

/// What will be read: the value between the text stages and the sound stages.
struct Plan {
  std::string source;  ///< the decoded text that all spans count in
  std::vector<Part> parts;
  Metadata metadata;
  std::vector<Utterance> utterances;
  std::vector<Chapter> chapters;
  std::vector<TextBlock> blocks;
  std::vector<Chapter> outline;    ///< every heading below the title, of whatever level, in order
  std::vector<ReadingMark> marks;  ///< in source order
  std::vector<Dropped> dropped;    ///< in source order
  std::vector<Note> notes;         ///< in source order
};

}  // namespace langdu
