#include "output/page_words.h"

#include <fmt/format.h>

#include <iterator>
#include <vector>

#include "output/html_text.h"
#include "text/characters.h"
#include "text/spelling.h"
#include "text/utf8.h"

namespace langdu {
namespace {

/// A word that is written as it is spoken, and where.
struct WrittenWord {
  Span place;
  const Word* word;
};

std::vector<WrittenWord> written_words(const Utterance& utterance) {
  std::vector<WrittenWord> found;
  const std::string_view shown = utterance.shown;
  for (const Segment& segment : utterance.segments) {
    for (const Word& word : segment.words) {
      const auto spoken = std::string_view(utterance.spoken).substr(word.spoken.begin, word.spoken.size());
      if (word.syllables.empty() || count_runes(spoken) != word.syllables.size()) continue;
      if (!found.empty() && word.shown < found.back().place.end) continue;
      if (!shown.substr(std::min<std::size_t>(word.shown, shown.size())).starts_with(spoken)) continue;
      found.push_back({{word.shown, word.shown + static_cast<std::uint32_t>(spoken.size())}, &word});
    }
  }
  return found;
}

/// A third tone that rises before another one is heard, but not written.
Syllable as_written(Syllable syllable) {
  if (syllable.citation == 3 && syllable.tone == 2) syllable.tone = 3;
  return syllable;
}

std::string with_pinyin(std::string_view hanzi, const Syllables& syllables) {
  std::string html = "<ruby>";
  std::size_t at = 0;
  for (const Syllable syllable : syllables) {
    const std::size_t size = rune_at(hanzi, at).size;
    html += fmt::format("{}<rt>{}</rt>", html_text(hanzi.substr(at, size)),
                        spelling_with_mark(as_written(syllable)));
    at += size;
  }
  return html + "</ruby>";
}

/// Where a word that begins at `range.begin` ends: before the marks and blanks that follow it.
std::uint32_t end_of_word(std::string_view text, Span range) {
  std::uint32_t end = range.end;
  while (end > range.begin) {
    const Rune last = rune_before(text, end);
    if (is_hanzi(last.code) || is_latin(last.code) || is_digit(last.code) || one_of(last.code, U"%‰°℃℉"))
      return end;
    end -= last.size;
  }
  return range.end;
}

class SentenceHtml {
 public:
  SentenceHtml(const Utterance& utterance, bool ruby) : shown_(utterance.shown) {
    if (ruby) written_ = written_words(utterance);
    next_ = written_.begin();
  }

  /// Appends the bytes up to `end`.
  void text_to(std::uint32_t end) {
    for (; next_ != written_.end() && next_->place.end <= end; ++next_) {
      if (next_->place.begin < at_) continue;
      plain_to(next_->place.begin);
      html += with_pinyin(shown_.substr(at_, next_->place.size()), next_->word->syllables);
      at_ = next_->place.end;
    }
    plain_to(end);
  }

  std::string html;

 private:
  void plain_to(std::uint32_t end) {
    html += html_text(shown_.substr(at_, end - at_));
    at_ = end;
  }

  const std::string_view shown_;
  std::vector<WrittenWord> written_;
  std::vector<WrittenWord>::const_iterator next_;
  std::uint32_t at_ = 0;
};

}  // namespace

std::string words_as_html(const Utterance& utterance, const Caption& caption, bool ruby) {
  const std::string_view shown = utterance.shown;
  SentenceHtml sentence(utterance, ruby);
  for (auto word = caption.words.begin(); word != caption.words.end(); ++word) {
    const auto behind = std::next(word);
    const auto next =
        behind == caption.words.end() ? static_cast<std::uint32_t>(shown.size()) : behind->place;
    sentence.text_to(word->place);
    sentence.html += fmt::format("<span class=\"w\" data-b=\"{}\">", word->begin);
    sentence.text_to(end_of_word(shown, {word->place, next}));
    sentence.html += "</span>";
  }
  sentence.text_to(static_cast<std::uint32_t>(shown.size()));
  return std::move(sentence.html);
}

}  // namespace langdu
