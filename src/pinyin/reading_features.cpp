#include "pinyin/reading_features.h"

#include <algorithm>

#include "pinyin/hanzi_kinds.h"
#include "text/hash.h"

namespace langdu {
namespace {

/// One hash for facts of all kinds; shifts and constants are those of MurmurHash3's 64-bit finalizer.
std::uint64_t hash(std::uint64_t kind, std::uint64_t hanzi, std::uint64_t a, std::uint64_t b,
                   std::uint64_t c) {
  std::uint64_t h = (kind << 56) ^ (hanzi << 34) ^ a * 0x9E3779B97F4A7C15u;
  h ^= h >> 33;
  h *= 0xFF51AFD7ED558CCDu;
  h ^= b * 0xC2B2AE3D27D4EB4Fu + c * 0x165667B19E3779F9u;
  h ^= h >> 33;
  h *= 0xC4CEB9FE1A85EC53u;
  return h ^ h >> 33;
}

/// The hanzi around one, with the mark of a gap for what stands between two runs.
class Around {
 public:
  Around(const HanziText& text, std::uint32_t i) {
    at_[reach] = text.codes[i];
    std::uint32_t next = i;  // the hanzi whose place is taken last
    bool gap = false;        // and the gap in front of it
    for (std::size_t k = reach; k-- > 0;) {
      if (text.gaps[next] != 0 && !gap) {
        at_[k] = text.gaps[next];
        gap = true;
      } else if (next > 0) {
        at_[k] = text.codes[--next];
        gap = false;
      }
    }
    next = i;
    gap = false;
    for (std::size_t k = reach + 1; k < at_.size(); ++k) {
      const char32_t mark = next + 1 < text.size() ? text.gaps[next + 1] : text_end;
      if (mark != 0 && !gap) {
        at_[k] = mark;
        gap = true;
      } else if (next + 1 < text.size()) {
        at_[k] = text.codes[++next];
        gap = false;
      }
    }
  }
  std::uint64_t operator[](int distance) const {
    return at_[static_cast<std::size_t>(distance + int{reach})];
  }

 private:
  static constexpr std::uint8_t reach = 4;
  static constexpr char32_t text_end = U'$';
  std::array<char32_t, 2 * reach + 1> at_{};
};

/// The words around one. Beyond the text, and for classes beyond the run, there are words of no hanzi.
class WordsAround {
 public:
  WordsAround(const HanziText& text, std::uint32_t token) : text_(text), token_(token) {}

  const Token* at(int distance) const {
    const std::int64_t index = std::int64_t{token_} + distance;
    if (index < 0 || index >= static_cast<std::int64_t>(text_.tokens.size())) return nullptr;
    return &text_.tokens[static_cast<std::size_t>(index)];
  }
  std::uint64_t word(int distance) const {
    const Token* token = at(distance);
    return token ? fnv1a(text_.word(*token)) : 1;
  }
  std::uint64_t word_class(int distance) const {
    const Token* token = at(distance);
    if (!token) return 99;
    const bool joined = text_.joined(distance < 0 ? token->begin + token->size : token->begin);
    return joined ? static_cast<std::uint64_t>(token->word_class) : 98;
  }

 private:
  const HanziText& text_;
  std::uint32_t token_;
};

/// Collects the facts about one hanzi; each call of add() is a kind of its own.
class Collector {
 public:
  explicit Collector(char32_t hanzi) : hanzi_(hanzi) {}
  void add(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    features.push_back(hash(++kind_, hanzi_, a, b, c));
  }
  void add_to_bag(std::uint64_t a) { features.push_back(hash(bag, hanzi_, a, 0, 0)); }
  ReadingFeatures features;

 private:
  static constexpr std::uint64_t bag = 0xFF;
  std::uint64_t hanzi_;
  std::uint64_t kind_ = 0;
};

constexpr std::uint64_t no_reading = 0xFFFF;

void add_dictionary(Collector& to, const HanziText& text, const LexiconView& lexicon, const Token& token,
                    std::uint32_t i) {
  const Token& longest = text.longest[i];
  std::uint64_t longest_reading = no_reading;
  if (longest.slot) {
    const auto reading = lexicon.reading(*longest.slot, longest.size);
    if (!reading.empty()) longest_reading = reading[i - longest.begin];
  }
  const std::uint64_t own_reading = text.syllables[i] ? pack(*text.syllables[i]) : no_reading;
  const bool by_rule = text.origin[i] == Origin::rule;
  to.add(own_reading, by_rule ? 0 : std::min<std::uint64_t>(token.size, 4));
  to.add(longest_reading, std::min<std::uint64_t>(longest.size, 5));
  to.add(own_reading, longest_reading,
         std::uint64_t{by_rule} << 2 | std::uint64_t{token.size > 1} << 1 | std::uint64_t{longest.size > 1});
}

void add_hanzi(Collector& to, const Around& c) {
  to.add(0);  // the hanzi itself: how often it has each reading
  for (int d = 1; d <= 4; ++d) {
    to.add(c[-d]);
    to.add(c[d]);
  }
  to.add(c[-2], c[-1]);
  to.add(c[-1], c[1]);
  to.add(c[1], c[2]);
  to.add(c[-3], c[-2], c[-1]);
  to.add(c[-2], c[-1], c[1]);
  to.add(c[-1], c[1], c[2]);
  to.add(c[1], c[2], c[3]);
  to.add(c[-2], c[1]);
  to.add(c[-1], c[2]);
}

void add_words(Collector& to, const WordsAround& w, const Around& c, const Token& token, std::uint32_t i) {
  const std::uint64_t place = std::uint64_t{token.size} << 8 | (i - token.begin);
  to.add(w.word(0), place);
  to.add(w.word(-1));
  to.add(w.word(1));
  to.add(w.word(-1), w.word(1));
  to.add(w.word(-2));
  to.add(w.word(2));
  to.add(w.word_class(-1), place);
  to.add(w.word_class(1), place);
  to.add(w.word_class(-1), w.word_class(1), place);
  to.add(w.word_class(-1), c[1]);
  to.add(w.word_class(1), c[-1]);
  to.add(w.word_class(-2), w.word_class(-1), place);
  to.add(w.word_class(1), w.word_class(2), place);
  for (int d = -6; d <= 6; ++d) {
    const Token* other = w.at(d);
    if (d != 0 && other && other->size > 1) to.add_to_bag(w.word(d));
  }
}

/// Whether the hanzi stands among such as write foreign names: 塞 is sai4 there.
void add_foreign(Collector& to, const HanziText& text, std::uint32_t i, const Around& c) {
  constexpr int farthest = 3;
  const auto count = [&](int step) {
    std::uint64_t found = 0;
    for (int d = step; d != step * (farthest + 1) && hanzi_kinds(text.near(i, d)) & writes_foreign_names;
         d += step)
      ++found;
    return found;
  };
  const std::uint64_t before = count(-1), behind = count(1);
  to.add(before, behind);
  to.add(before + behind);
  to.add(before, c[1]);
  to.add(behind, c[-1]);
}

/// Whether the text around, over punctuation too, is classical prose: 得 alone is de2 there, 累 lei3.
void add_register(Collector& to, const HanziText& text, std::uint32_t i) {
  constexpr std::uint32_t farthest = 12;
  std::uint64_t classical = 0, modern = 0;
  for (std::uint32_t k = i - std::min(i, farthest); k < std::min(i + farthest + 1, text.size()); ++k) {
    const std::uint8_t kinds = k == i ? std::uint8_t{0} : hanzi_kinds(text.codes[k]);
    classical += (kinds & classical_prose) != 0;
    modern += (kinds & modern_prose) != 0;
  }
  classical = std::min<std::uint64_t>(classical, 3);
  modern = std::min<std::uint64_t>(modern, 3);
  to.add(classical, modern);
  to.add(classical);
  to.add(modern);
}

}  // namespace

ReadingFeatures reading_features(const HanziText& text, const LexiconView& lexicon, std::uint32_t token,
                                 std::uint32_t i) {
  Collector collector(text.codes[i]);
  const Around around(text, i);
  add_dictionary(collector, text, lexicon, text.tokens[token], i);
  collector.features.from_dictionary = collector.features.size();
  add_hanzi(collector, around);
  add_words(collector, WordsAround(text, token), around, text.tokens[token], i);
  add_foreign(collector, text, i, around);
  add_register(collector, text, i);
  return collector.features;
}

}  // namespace langdu
