#include "pinyin/context.h"

#include <algorithm>

namespace langdu {

const Token* Context::neighbour(int distance) const {
  const Token& own = text_.tokens[token_];
  if (distance < 0) return text_.joined(own.begin) ? &text_.tokens[token_ - 1] : nullptr;
  return text_.joined(own.begin + own.size) ? &text_.tokens[token_ + 1] : nullptr;
}

std::uint32_t HanziText::token_at(std::uint32_t i) const {
  const auto behind = std::upper_bound(tokens.begin(), tokens.end(), i,
                                       [](std::uint32_t at, const Token& token) { return at < token.begin; });
  return static_cast<std::uint32_t>(behind - tokens.begin() - 1);
}

char32_t HanziText::near(std::size_t i, int distance) const {
  for (; distance < 0; ++distance, --i) {
    if (!joined(i)) return 0;
  }
  for (; distance > 0; --distance, ++i) {
    if (!joined(i + 1)) return 0;
  }
  return codes[i];
}

char32_t Context::hanzi(int distance) const { return text_.near(text_.tokens[token_].begin, distance); }

char32_t Context::hanzi_of_text(int distance) const {
  const std::int64_t at = std::int64_t{text_.tokens[token_].begin} + distance;
  return at >= 0 && at < std::int64_t{text_.size()} ? text_.codes[static_cast<std::size_t>(at)] : 0;
}

std::u32string_view Context::word_before() const {
  const Token* token = neighbour(-1);
  return token ? text_.word(*token) : std::u32string_view();
}

std::u32string_view Context::word_after() const {
  const Token* token = neighbour(1);
  return token ? text_.word(*token) : std::u32string_view();
}

bool Context::before_is(std::initializer_list<WordClass> classes) const {
  const Token* token = neighbour(-1);
  return token && std::find(classes.begin(), classes.end(), token->word_class) != classes.end();
}

bool Context::after_is(std::initializer_list<WordClass> classes) const {
  const Token* token = neighbour(1);
  return token && std::find(classes.begin(), classes.end(), token->word_class) != classes.end();
}

const ContextRule* deciding_rule(const HanziText& text, std::size_t index) {
  const Token& token = text.tokens[index];
  if (token.size != 1 || !token.slot || is_corrected(text.origin[token.begin])) return nullptr;
  const std::span<const ContextRule> rules = context_rules();
  const char32_t hanzi = text.codes[token.begin];
  const auto by_hanzi = [](const ContextRule& rule, char32_t c) { return rule.hanzi < c; };
  auto rule = std::lower_bound(rules.begin(), rules.end(), hanzi, by_hanzi);
  for (; rule != rules.end() && rule->hanzi == hanzi; ++rule) {
    if (rule->applies(Context(text, index))) return &*rule;
  }
  return nullptr;
}

void read_by_context(HanziText& text) {
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    const ContextRule* rule = deciding_rule(text, i);
    if (!rule) continue;
    text.syllables[text.tokens[i].begin] = parse_syllable(rule->reading);
    text.origin[text.tokens[i].begin] = Origin::rule;
  }
}

}  // namespace langdu
