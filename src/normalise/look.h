#pragma once
#include <cstddef>
#include <span>
#include <string_view>

#include "text/utf8.h"

namespace langdu::rules {

/// Looking around in a sentence. All of these do bounded work, and accept any position up to text.size().

/// The code point before / at `at`; 0 at the start / end of the text and outside of it.
char32_t left_of(std::string_view text, std::size_t at);
char32_t right_of(std::string_view text, std::size_t at);

/// `at` moved over at most two blanks.
std::size_t skip_blanks(std::string_view text, std::size_t at);
std::size_t skip_blanks_back(std::string_view text, std::size_t at);

inline bool starts(std::string_view text, std::size_t at, std::string_view word) {
  return at <= text.size() && text.substr(at).starts_with(word);
}
inline bool ends(std::string_view text, std::size_t at, std::string_view word) {
  return text.substr(0, at).ends_with(word);
}

/// The longest word of the table that stands at `at`, or that ends there; empty when none does.
std::string_view word_at(std::string_view text, std::size_t at, std::span<const std::string_view> words);
std::string_view word_before(std::string_view text, std::size_t at, std::span<const std::string_view> words);

/// Whether a word of the table stands within `bytes` bytes behind (before) `at`, in the same sentence part.
bool near_after(std::string_view text, std::size_t at, std::size_t bytes,
                std::span<const std::string_view> words);
bool near_before(std::string_view text, std::size_t at, std::size_t bytes,
                 std::span<const std::string_view> words);

/// The digits at `at`; empty when there are none or more than `limit`.
std::string_view digits_at(std::string_view text, std::size_t at, std::size_t limit = 16);

inline bool is_ascii_letter(char32_t code) {
  return (code >= U'A' && code <= U'Z') || (code >= U'a' && code <= U'z');
}
/// ，。？！；：、… and their ASCII forms, or the start or end of the text (0).
bool is_boundary(char32_t code);
/// What may stand in the result, but for the apostrophe inside a Latin word.
bool is_sayable(char32_t code);
/// Hyphen, en dash, em dash and tilde as fold.h leaves them.
inline bool is_dash(char32_t code) { return code == U'-' || code == U'—' || code == U'~'; }
/// Behind one dash, or two equal ones (blanks around them allowed); `at` itself when there is none.
std::size_t skip_dash(std::string_view text, std::size_t at);

}  // namespace langdu::rules
