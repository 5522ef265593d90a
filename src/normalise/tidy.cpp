#include "normalise/tidy.h"

#include "normalise/look.h"

namespace langdu::rules {
namespace {

/// 0 for what is no pause mark; of two marks the greater one stays, of equal ones the first.
int strength(char32_t code) {
  switch (code) {
    case U'、':
      return 1;
    case U'，':
      return 2;
    case U'；':
    case U'：':
      return 3;
    case U'。':
    case U'？':
    case U'！':
    case U'…':
      return 4;
    default:
      return 0;
  }
}

}  // namespace

MappedText tidy(const MappedText& spoken) {
  const std::string_view text = spoken.text();
  Rewriter rewriter(spoken);
  for (std::size_t at = 0; at < text.size();) {
    const Rune first = rune_at(text, at);
    if (first.code == U'\'' && !(is_latin(left_of(text, at)) && is_latin(right_of(text, at + 1)))) {
      rewriter.keep_to(static_cast<std::uint32_t>(at));  // its word has become hanzi
      rewriter.drop_to(static_cast<std::uint32_t>(++at));
      continue;
    }
    if (first.code != U' ' && strength(first.code) == 0) {
      at += first.size;
      continue;
    }
    const std::size_t begin = at;
    Span best{};
    int best_strength = 0;
    while (at < text.size()) {
      const Rune rune = rune_at(text, at);
      const int mark = strength(rune.code);
      if (rune.code != U' ' && mark == 0) break;
      if (mark > best_strength) {
        best_strength = mark;
        best = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + rune.size)};
        if (rune.code == U'…' && right_of(text, at + rune.size) == U'…') best.end += rune.size;
      }
      at += rune.size;
    }
    rewriter.keep_to(static_cast<std::uint32_t>(begin));
    if (best_strength == 0 && is_latin(left_of(text, begin)) && is_latin(right_of(text, at))) {
      rewriter.keep_to(static_cast<std::uint32_t>(begin + 1));
    } else if (best_strength > 0 && begin > 0) {
      rewriter.drop_to(best.begin);
      rewriter.keep_to(best.end);
    }
    rewriter.drop_to(static_cast<std::uint32_t>(at));
  }
  return rewriter.finish();
}

}  // namespace langdu::rules
