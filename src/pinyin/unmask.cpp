#include "pinyin/unmask.h"

#include <string_view>
#include <utility>

#include "text/characters.h"

namespace langdu {
namespace {

constexpr std::string_view somebody = "某";
constexpr std::string_view heads[] = {"长", "長"};

/// Where the next head begins, from `at` on, or npos. Both begin with the same two bytes.
std::size_t find_head(std::string_view text, std::size_t at) {
  const std::string_view both = heads[0].substr(0, 2);
  for (at = text.find(both, at); at != std::string_view::npos; at = text.find(both, at + both.size())) {
    const std::string_view here = text.substr(at, heads[0].size());
    if (here == heads[0] || here == heads[1]) return at;
  }
  return at;
}

/// Where the X's that end at `end` begin; `end` when none do, or they belong to a Latin word.
std::size_t begin_of_masks(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && one_of(rune_before(text, begin).code, U"Xx×")) begin -= rune_before(text, begin).size;
  return begin > 0 && is_latin(rune_before(text, begin).code) ? end : begin;
}

}  // namespace

Unmasked unmask_heads(MappedText masked) {
  Unmasked out;
  const std::string_view text = masked.text();
  Rewriter rewriter(masked);
  std::size_t shorter = 0;  // bytes that the result is shorter by so far, modulo the range of the type
  for (std::size_t at = find_head(text, 0); at != std::string_view::npos;
       at = find_head(text, at + heads[0].size())) {
    const std::size_t begin = begin_of_masks(text, at);
    if (begin == at) continue;
    out.masks.push_back(static_cast<std::uint32_t>(begin - shorter));
    rewriter.keep_to(static_cast<std::uint32_t>(begin));
    rewriter.replace_to(static_cast<std::uint32_t>(at), somebody);
    shorter += at - begin - somebody.size();
  }
  out.text = out.masks.empty() ? std::move(masked) : rewriter.finish();
  return out;
}

}  // namespace langdu
