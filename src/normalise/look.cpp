#include "normalise/look.h"

#include <algorithm>

namespace langdu::rules {

char32_t left_of(std::string_view text, std::size_t at) {
  return at == 0 || at > text.size() ? 0 : rune_before(text, at).code;
}
char32_t right_of(std::string_view text, std::size_t at) {
  return at >= text.size() ? 0 : rune_at(text, at).code;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  for (int i = 0; i < 2 && is_blank(right_of(text, at)); ++i) at += rune_at(text, at).size;
  return at;
}

std::size_t skip_blanks_back(std::string_view text, std::size_t at) {
  for (int i = 0; i < 2 && is_blank(left_of(text, at)); ++i) at -= rune_before(text, at).size;
  return at;
}

std::string_view word_at(std::string_view text, std::size_t at, std::span<const std::string_view> words) {
  std::string_view best;
  const std::string_view rest = text.substr(std::min(at, text.size()));
  if (rest.empty()) return best;
  // The last byte of the first hanzi tells most words apart.
  const std::size_t probe = rest.size() >= 3 && static_cast<unsigned char>(rest[0]) >= 0xE0 ? 2 : 0;
  for (const std::string_view word : words) {
    const bool like = word.size() > probe && word[probe] == rest[probe];
    if (like && word.size() > best.size() && rest.starts_with(word)) best = word;
  }
  return best;
}

std::string_view word_before(std::string_view text, std::size_t at, std::span<const std::string_view> words) {
  std::string_view best;
  const std::string_view rest = text.substr(0, at);
  if (rest.empty()) return best;
  for (const std::string_view word : words) {
    if (word.size() > best.size() && word.back() == rest.back() && rest.ends_with(word)) best = word;
  }
  return best;
}

namespace {

bool holds_any(std::string_view window, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return window.find(word) != std::string_view::npos; });
}

}  // namespace

bool near_after(std::string_view text, std::size_t at, std::size_t bytes,
                std::span<const std::string_view> words) {
  std::string_view window = text.substr(std::min(at, text.size()), bytes);
  for (const std::string_view stop : {"。", "；"}) window = window.substr(0, window.find(stop));
  return holds_any(window, words);
}

bool near_before(std::string_view text, std::size_t at, std::size_t bytes,
                 std::span<const std::string_view> words) {
  const std::size_t begin = at > bytes ? at - bytes : 0;
  std::string_view window = text.substr(begin, at - begin);
  for (const std::string_view stop : {"。", "；"}) {
    const std::size_t found = window.rfind(stop);
    if (found != std::string_view::npos) window.remove_prefix(found);
  }
  return holds_any(window, words);
}

std::string_view digits_at(std::string_view text, std::size_t at, std::size_t limit) {
  std::size_t end = at;
  while (end < text.size() && end - at <= limit && is_digit(static_cast<unsigned char>(text[end]))) ++end;
  return end - at > limit ? std::string_view{} : text.substr(std::min(at, text.size()), end - at);
}

bool is_boundary(char32_t code) {
  constexpr std::u32string_view marks = U"，。？！；：、…,.?!;:";
  return code == 0 || marks.find(code) != std::u32string_view::npos;
}

bool is_sayable(char32_t code) {
  constexpr std::u32string_view marks = U"，。？！；：、…";
  return is_hanzi(code) || is_latin(code) || code == U' ' || marks.find(code) != std::u32string_view::npos;
}

std::size_t skip_dash(std::string_view text, std::size_t at) {
  const std::size_t first = skip_blanks(text, at);
  std::size_t end = first;
  const char32_t dash = right_of(text, end);
  for (int i = 0; i < 2 && is_dash(dash) && right_of(text, end) == dash; ++i) end += rune_at(text, end).size;
  return end == first ? at : skip_blanks(text, end);
}

}  // namespace langdu::rules
