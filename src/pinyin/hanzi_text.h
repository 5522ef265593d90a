#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pinyin/corrections.h"
#include "pinyin/lexicon_file.h"
#include "text/mapped_text.h"

namespace langdu {

/// Where the reading of a hanzi comes from. What a user has corrected, all later steps leave alone.
enum class Origin : std::uint8_t {
  none,         ///< it has no reading
  lexicon,      ///< the dictionary's word
  rule,         ///< a row of context_rules.cpp
  model,        ///< the reading model, also where it agrees with the dictionary or a rule
  traditional,  ///< it is written in traditional script, and read so only (隻 is zhi1, where 只 is zhi3 too)
  user,         ///< a word of the user's
  mark,         ///< a mark in the text
};
constexpr bool is_corrected(Origin origin) { return origin == Origin::user || origin == Origin::mark; }

/// A word of the segmentation.
struct Token {
  std::uint32_t begin = 0;  ///< its first hanzi
  std::uint8_t size = 1;    ///< in hanzi
  WordClass word_class = WordClass::other;
  const LexiconSlot* slot =
      nullptr;  ///< its place in the lexicon; nullptr: a user's word, or a hanzi without a reading
};

/// A place where a user's word stands.
struct UserMatch {
  std::uint32_t begin = 0;  ///< its first hanzi
  const UserWord* word = nullptr;
};

/// A hanzi that has a mark.
struct MarkMatch {
  std::uint32_t hanzi = 0;
  const ReadingMark* mark = nullptr;
};

/// The hanzi of a text on their way to syllables; codes, bytes, opens_run, syllables and origin have one
/// element a hanzi.
/// Runs are hanzi with nothing between them. Words, context and sandhi stay within a run.
struct HanziText {
  std::u32string codes;         ///< folded to simplified script: what words and rules are found by
  std::u32string written;       ///< as in the text; empty when none may be folded
  std::vector<Span> bytes;      ///< in the text
  std::vector<bool> opens_run;  ///< the first hanzi of a run
  std::vector<char32_t> gaps;   ///< what stands before the hanzi: 0 a hanzi, else a mark for its kind
  std::vector<Token> tokens;    ///< tile the hanzi, left to right
  std::vector<Token> longest;   ///< the longest word of the lexicon that covers the hanzi; size 1: none does
  std::vector<std::optional<Syllable>> syllables;
  std::vector<Origin> origin;
  std::vector<float> margins;            ///< of the model's choices, in nats; 0 where it had none
  std::vector<UserMatch> user_words;     ///< left to right; they do not overlap
  std::vector<MarkMatch> marks;          ///< left to right
  std::vector<OwnReading> own_readings;  ///< left to right

  std::uint32_t size() const { return static_cast<std::uint32_t>(codes.size()); }
  std::u32string_view word(const Token& token) const {
    return std::u32string_view(codes).substr(token.begin, token.size);
  }
  char32_t as_written(std::size_t i) const { return written.empty() ? codes[i] : written[i]; }
  /// The index of the token that hanzi `i` is in.
  std::uint32_t token_at(std::uint32_t i) const;
  /// Whether hanzi `i` stands right behind another one.
  bool joined(std::size_t i) const { return i < codes.size() && !opens_run[i]; }
  /// The hanzi `distance` places behind (1, 2, ...) or before (-1, -2, ...) hanzi `i`; 0 beyond the run.
  char32_t near(std::size_t i, int distance) const;
};

/// The hanzi of `text` with their places; tokens and syllables are still to be found.
HanziText collect_hanzi(std::string_view text);

/// Folds the hanzi for look-up; see text/traditional.h.
void fold_traditional(HanziText& text, const TraditionalView& table);

/// Finds the user's words, before segmentation: in every run from left to right, at each hanzi the longest.
/// A word matches as it is written, and in the other script. `spoken` is the text that the hanzi come from.
void find_user_words(HanziText& text, const MappedText& spoken, const Corrections& corrections);

/// Finds the words: in every run the way with the highest product of word probabilities. A user's word of two
/// hanzi or more is one word; one of a single hanzi changes its reading, not the words around it.
void segment(HanziText& text, const LexiconView& lexicon);

/// The same for the hanzi [begin, end) of one run, with words of at most `longest` hanzi; appends to
/// `tokens`. `longest_words`, one a hanzi of the text or none at all, keeps the longest word over each hanzi.
void segment_run(const HanziText& text, std::uint32_t begin, std::uint32_t end, const LexiconView& lexicon,
                 std::uint32_t longest, std::vector<Token>& tokens, std::span<Token> longest_words = {});

/// Gives every hanzi the reading that its word has in the lexicon.
void read_by_lexicon(HanziText& text, const LexiconView& lexicon);

/// Gives the hanzi of the user's words and of marks their readings, over those of the lexicon. `spoken` is
/// the text that the hanzi come from; marks are found by the source of its hanzi. A normaliser's rule may
/// have replaced some hanzi together; then a mark's hanzi is found among them by its code point.
void read_by_corrections(HanziText& text, const MappedText& spoken, std::span<const ReadingMark> marks,
                         const TraditionalView& traditional);

/// Gives the hanzi that are read otherwise as they are written than as they are folded their readings, but
/// for those that the user has corrected and those that are light in their word.
void read_by_own_readings(HanziText& text);
bool has_own_reading(const HanziText& text, std::uint32_t hanzi);

/// Changes the readings of single-hanzi words by the words around them: the table in context_rules.cpp.
void read_by_context(HanziText& text);

/// Changes the spoken tones of 一 and 不: the table in sandhi.cpp. Citation tones stay.
void apply_sandhi(HanziText& text);

/// All of these steps in their order.
HanziText read_hanzi(const MappedText& text, const Lexicon& lexicon, const Corrections& corrections);

/// The corrections that decided a reading in `text`, in the order of their places: each word once, at its
/// first place, and every mark.
std::vector<Correction> list_corrections(const HanziText& text, const MappedText& spoken,
                                         const Corrections& corrections);

}  // namespace langdu
