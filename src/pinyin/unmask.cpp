#include "pinyin/unmask.h"

#include <string_view>

#include "text/characters.h"

namespace langdu {
namespace {

constexpr std::string_view somebody = "某";

}  // namespace

Unmasked unmask_heads(const MappedText& masked) {
  const std::string_view text = masked.text();
  Unmasked out;
  Rewriter rewriter(masked);
  const auto is_mask = [](char32_t code) { return one_of(code, U"Xx×"); };
  char32_t left = 0;
  std::size_t removed = 0;  // bytes that the result is shorter by, so far
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = code_at(text, at);
    std::size_t end = at + rune_at(text, at).size;
    while (is_mask(code) && is_mask(code_at(text, end))) end += rune_at(text, end).size;
    if (is_mask(code) && code_at(text, end) == U'长' && !is_latin(left)) {
      out.masks.push_back(static_cast<std::uint32_t>(at - removed));
      rewriter.keep_to(static_cast<std::uint32_t>(at));
      rewriter.replace_to(static_cast<std::uint32_t>(end), somebody);
      removed += end - at - somebody.size();  // may be negative for a while: it counts modulo its range
    }
    left = code;
    at = end;
  }
  out.text = rewriter.finish();
  return out;
}

}  // namespace langdu
