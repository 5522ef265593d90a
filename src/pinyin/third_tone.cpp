#include "pinyin/third_tone.h"

#include <algorithm>
#include <vector>

#include "text/characters.h"

namespace langdu {
namespace {

bool any_applies(std::span<const ThirdToneRule> rules, const WordPair& pair) {
  return std::any_of(rules.begin(), rules.end(), [&](const ThirdToneRule& rule) { return rule.applies(pair); });
}

/// Works on the rows of third tones of one text.
class Sandhi {
 public:
  Sandhi(HanziText& text, const LexiconView& lexicon) : text_(text), lexicon_(lexicon) {}

  /// Most text has no two third tones in a row, and is passed over.
  void operator()() {
    std::size_t token = 0;
    for (std::uint32_t begin = 0; begin < text_.size();) {
      std::uint32_t end = begin + 1;
      if (is_third(begin)) {
        while (text_.joined(end) && is_third(end)) ++end;
        if (end - begin > 1) {
          while (text_.tokens[token].begin + text_.tokens[token].size <= begin) ++token;
          row(begin, end, token);
        }
        if (text_.joined(end)) before_neutral(end - 1);
      }
      begin = end;
    }
  }

 private:
  /// A foot: hanzi [begin, end), from the tokens `first` to `last`.
  struct Foot {
    std::uint32_t begin, end;
    std::size_t first, last;
  };

  bool is_third(std::uint32_t i) const { return text_.syllables[i] && text_.syllables[i]->tone == 3; }

  /// Hanzi `i` rises when the one behind it is still a third tone.
  void combine(std::uint32_t i) {
    if (is_third(i) && is_third(i + 1)) text_.syllables[i]->tone = 2;
  }

  /// 李小勇: a name that join_names() has found has its given name for a part, whatever
  /// words the lexicon has.
  void inside(const Token& word) {
    const std::uint32_t end = word.begin + word.size;
    const bool found =
        !word.slot && word.word_class == WordClass::name && !is_corrected(text_.origin[word.begin]);
    if (!found) return inside(word.begin, end);
    inside(word.begin + 1, end);
    combine(word.begin);
  }

  /// The parts of a word, from the inside out.
  void inside(std::uint32_t begin, std::uint32_t end) {
    if (end - begin < 2) return;
    if (end - begin > 2) {
      std::vector<Token> parts;
      if (is_amount(begin, end)) {
        inside(begin, end - 1);
        return combine(end - 2);
      }
      segment_run(text_, begin, end, lexicon_, end - begin - 1, parts);
      for (const Token& part : parts) inside(part.begin, part.begin + part.size);
      for (std::size_t i = 1; i < parts.size(); ++i) combine(parts[i].begin - 1);
      return;
    }
    combine(begin);
  }

  /// 两百米: the number first.
  bool is_amount(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i + 1 < end; ++i) {
      if (!is_hanzi_numeral(text_.codes[i])) return false;
    }
    return !is_hanzi_numeral(text_.codes[end - 1]);
  }

  /// Whether the hanzi [begin, end) hold two third tones in a row.
  bool has_pair(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin + 1; i < end; ++i) {
      if (is_third(i - 1) && is_third(i)) return true;
    }
    return false;
  }

  WordPair pair(std::size_t left) const {
    const Token& word = text_.tokens[left];
    return {text_, word, text_.tokens[left + 1], word.size};
  }

  /// The third tones [begin, end), which begin in the word `token`.
  void row(std::uint32_t begin, std::uint32_t end, std::size_t token) {
    feet_.clear();
    for (std::size_t t = token; t < text_.tokens.size() && text_.tokens[t].begin < end; ++t) {
      const Token& word = text_.tokens[t];
      const std::uint32_t word_end = word.begin + word.size;
      if (t + 1 < text_.tokens.size() && text_.joined(word_end) && any_applies(loose_rules(), pair(t))) {
        combine(word_end - 1);  // before the word's own parts
      }
      if (has_pair(word.begin, word_end)) inside(word);
      const bool joins = !feet_.empty() && feet_.back().first == feet_.back().last &&
                         word_end - feet_.back().begin <= 3 && any_applies(foot_rules(), pair(t - 1));
      if (joins) {
        combine(word.begin - 1);
        feet_.back().end = word_end;
        feet_.back().last = t;
      } else {
        feet_.push_back({word.begin, word_end, t, t});
      }
    }
    for (std::size_t f = 1; f < feet_.size(); ++f) join(feet_[f - 1], feet_[f]);
    for (std::uint32_t i = begin + 1; i + 1 < end; ++i) {  // rests on both sides of a word of one hanzi
      if (is_third(i - 1) && is_third(i)) combine(i);
    }
  }

  void join(const Foot& left, const Foot& right) {
    WordPair words = pair(left.last);
    words.left_size = left.end - left.begin;
    const std::uint32_t i = right.begin - 1;
    if (any_applies(rest_rules(), words)) return;
    if (left.first == left.last && is_third(i) && text_.syllables[i + 1] &&
        text_.syllables[i + 1]->citation == 3 && any_applies(lean_rules(), words)) {
      text_.syllables[i]->tone = 2;
    }
    combine(i);
  }

  /// 想想, 手里: the light syllable is a third tone, and lifts the one before it; but 姐姐, 椅子.
  void before_neutral(std::uint32_t i) {
    const auto& light = text_.syllables[i + 1];
    if (!light || light->tone != 5) return;
    const bool doubled = text_.codes[i] == text_.codes[i + 1] && light->citation != 5;
    if (doubled || text_.codes[i + 1] == U'里') text_.syllables[i]->tone = 2;
  }

  HanziText& text_;
  const LexiconView& lexicon_;
  std::vector<Foot> feet_;
};

}  // namespace

void apply_third_tone(HanziText& text, const LexiconView& lexicon) { Sandhi(text, lexicon)(); }

}  // namespace langdu
