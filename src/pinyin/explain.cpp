#include "pinyin/explain.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "pinyin/context.h"
#include "pinyin/unmask.h"
#include "text/utf8.h"

namespace langdu {
namespace {

/// The user's word that hanzi `i` has its reading from: the one it stands in, or for 々 the one before it.
const UserWord& user_word_at(const HanziText& text, std::uint32_t i) {
  const auto after =
      std::upper_bound(text.user_words.begin(), text.user_words.end(), i,
                       [](std::uint32_t at, const UserMatch& match) { return at < match.begin; });
  return *(after - 1)->word;
}

/// The origin of the reading of hanzi `i`, which is in the word `token`. A new kind of origin is one more
/// case.
std::string origin_of(const HanziText& text, std::size_t token, std::uint32_t i, const UserLexicon* words) {
  switch (text.origin[i]) {
    case Origin::none:
      return "none";
    case Origin::lexicon:
      return "lexicon";
    case Origin::rule: {
      const ContextRule* rule = deciding_rule(text, token);
      return rule ? "rule " + std::string(rule->name) : "rule";
    }
    case Origin::model:
      return fmt::format("model {:.1f}", text.margins[i]);
    case Origin::traditional:
      return "traditional";
    case Origin::user:
      return "user " + words->place(user_word_at(text, i));
    case Origin::mark:
      return "mark";
  }
  return {};
}

}  // namespace

std::string explain_readings(MappedText text, const Lexicon& lexicon, Tones tones,
                             const Corrections& corrections, CharacterCounts* unread) {
  const Unmasked unmasked = unmask_heads(std::move(text));
  const HanziText hanzi = read_hanzi(unmasked.text, lexicon, corrections);
  std::string lines;
  auto mask = unmasked.masks.begin();
  for (std::size_t t = 0; t < hanzi.tokens.size(); ++t) {
    const Token& token = hanzi.tokens[t];
    std::string word, pinyin, origins, last;
    for (std::uint32_t i = token.begin; i < token.begin + token.size; ++i) {
      if (mask != unmasked.masks.end() && *mask == hanzi.bytes[i].begin) {  // no hanzi of the text
        ++mask;
        continue;
      }
      append_utf8(word, hanzi.as_written(i));
      if (!pinyin.empty()) pinyin += ' ';
      if (hanzi.syllables[i]) {
        append_syllable(pinyin, *hanzi.syllables[i], tones);
      } else {
        pinyin += '?';
        if (unread != nullptr) unread->add(hanzi.as_written(i), 0);
      }
      std::string origin = origin_of(hanzi, t, i, corrections.words);
      if (origin == last) continue;
      origins += (origins.empty() ? "" : ", ") + origin;
      last = std::move(origin);
    }
    if (!word.empty()) lines += word + '\t' + pinyin + '\t' + origins + '\n';
  }
  return lines;
}

}  // namespace langdu
