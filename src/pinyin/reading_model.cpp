#include "pinyin/reading_model.h"

#include <algorithm>
#include <array>

#include "pinyin/context.h"

namespace langdu {
namespace {

/// How far the model must be ahead of the dictionary, in nats: of a word of several hanzi, and of a single
/// one. Chosen on labelled data that training had not seen: together they cost nothing on CPP and g2pL
/// (within 0.1 points), gain 0.1 on whole sentences, and leave the common words alone.
constexpr float least_margin_in_word = 1.5F;
constexpr float least_margin = 0.5F;

}  // namespace

std::uint32_t index_of(std::span<const std::uint16_t> readings, Syllable syllable) {
  const auto found = std::find(readings.begin(), readings.end(), pack(syllable));
  return found == readings.end() ? unknown_reading : static_cast<std::uint32_t>(found - readings.begin());
}

ReadingChoice choose_reading(const ReadingModelView& model, const ReadingFeatures& features,
                             std::uint32_t readings) {
  std::array<int, most_readings> scores{};
  for (const std::uint64_t fact : features) model.prefetch(fact);
  for (const std::uint64_t fact : features) {
    for (std::uint32_t r = 1; r < readings; ++r) scores[r] += model.weight(fact, r);  // that of 0 is 0
  }
  const auto end = scores.begin() + readings;
  const auto best = std::max_element(scores.begin(), end);
  int next = best == scores.begin() ? *(best + 1) : scores[0];
  for (auto score = scores.begin(); score != end; ++score) {
    if (score != best) next = std::max(next, *score);
  }
  return {static_cast<std::uint32_t>(best - scores.begin()),
          static_cast<float>(*best - next) * model.header.unit};
}

bool is_open(const HanziText& text, std::uint32_t token, std::uint32_t i, std::uint32_t dictionary) {
  if (is_corrected(text.origin[i])) return false;
  const LexiconSlot* slot = text.tokens[token].slot;
  const bool unknown_neutral =
      dictionary == unknown_reading && text.syllables[i] && text.syllables[i]->tone == 5;
  if (slot && slot->settled && !unknown_neutral) return false;
  if (text.origin[i] != Origin::rule) return true;
  const ContextRule* rule = deciding_rule(text, token);
  return !rule || !rule->certain;
}

std::uint32_t decide_reading(const ReadingChoice& choice, std::uint32_t dictionary, bool in_word) {
  const bool ahead = choice.margin >= (in_word ? least_margin_in_word : least_margin);
  return dictionary == unknown_reading || ahead ? choice.reading : dictionary;
}

void read_by_model(HanziText& text, const LexiconView& lexicon, const ReadingModelView& model) {
  struct Choice {
    std::uint32_t hanzi;
    Syllable syllable;
  };
  std::vector<Choice> choices;  // made at the end: the facts are about the dictionary's readings
  text.margins.assign(text.size(), 0.0F);
  for (std::uint32_t t = 0; t < text.tokens.size(); ++t) {
    const Token& token = text.tokens[t];
    for (std::uint32_t i = token.begin; i < token.begin + token.size; ++i) {
      const auto readings = model.readings_of(text.codes[i]);
      if (readings.size() < 2 || readings.size() > most_readings || !text.syllables[i]) continue;
      const std::uint32_t dictionary = index_of(readings, *text.syllables[i]);
      if (!is_open(text, t, i, dictionary)) continue;
      const ReadingFeatures features = reading_features(text, lexicon, t, i);
      const ReadingChoice choice =
          choose_reading(model, features, static_cast<std::uint32_t>(readings.size()));
      const Syllable syllable = unpack(readings[decide_reading(choice, dictionary, token.size > 1)]);
      if (syllable.base >= base_count()) continue;  // a damaged file
      text.margins[i] = choice.margin;
      choices.push_back({i, syllable});
    }
  }
  for (const Choice& choice : choices) {
    text.syllables[choice.hanzi] = choice.syllable;
    text.origin[choice.hanzi] = Origin::model;
  }
}

}  // namespace langdu
