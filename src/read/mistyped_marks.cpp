#include "read/mistyped_marks.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>

#include "read/angle_brackets.h"
#include "text/characters.h"
#include "text/spelling.h"

namespace langdu {
namespace {

/// More code points than that are no mistyped syllable. It bounds the work for any input.
constexpr std::size_t longest_attempt = 14;

/// HTML elements that stand between hanzi and are no syllable: 甲<ul>乙 holds no mistyped mark.
bool is_element(std::string_view name) {
  constexpr std::string_view elements[] = {"a",   "b",    "br",     "dd",    "div", "dl", "dt", "em",  "font",
                                           "h",   "hr",   "i",      "img",   "li",  "ol", "p",  "pre", "sub",
                                           "sup", "span", "strong", "table", "td",  "th", "tr", "u",   "ul"};
  if (!name.empty() && is_digit(static_cast<unsigned char>(name.back()))) name.remove_suffix(1);  // h1
  return std::find(std::begin(elements), std::end(elements), name) != std::end(elements);
}

/// Letters as in any spelling of a syllable: with combining marks, from schoolbooks, full-width, ü as u:.
bool is_letter(char32_t code) {
  return is_latin(code) || (code >= 0x300 && code <= 0x36F) || code == U'ɑ' || code == U'ɡ' ||
         (code >= U'Ａ' && code <= U'Ｚ') || (code >= U'ａ' && code <= U'ｚ') || code == U':';
}
bool is_any_digit(char32_t code) { return is_digit(code) || (code >= U'０' && code <= U'９'); }

/// Letters and digits behind an opening bracket, with blanks around them or before a digit.
struct Attempt {
  bool found = false;
  bool closed = false;
  std::string_view syllable;  ///< up to the last letter or digit, from the first
  std::size_t end = 0;        ///< behind the closing bracket, if there is one
};

Attempt attempt_at(std::string_view text, std::size_t open) {
  const std::size_t first = end_of_blanks(text, open + opening_bracket(text, open));
  std::size_t end = first;  // of the letters and digits
  std::size_t at = first;
  for (std::size_t count = 0; at < text.size(); ++count) {
    if (count == longest_attempt) return {};
    const Rune rune = rune_at(text, at);
    const bool letter = is_letter(rune.code);
    if (letter ? at != end : !is_any_digit(rune.code) || at == first) break;
    at += rune.size;
    end = at;
    if (at < text.size() && is_blank(rune_at(text, at).code)) at = end_of_blanks(text, at);
  }
  const std::size_t close = at < text.size() ? closing_bracket(text, at) : 0;
  return {end > first, close > 0, text.substr(first, end - first), close > 0 ? at + close : end};
}

std::string message(std::string_view written, const Attempt& attempt, const std::optional<Spelling>& spelling,
                    bool behind_hanzi) {
  if (!behind_hanzi)
    return fmt::format("'{}' stands behind no hanzi; write it right behind its hanzi, or it is read as text",
                       written);
  if (!attempt.closed)
    return fmt::format("'{}' is no reading without its closing bracket; write <{}>, or it is read as text",
                       written, attempt.syllable);
  if (spelling && !spelling->has_tone)
    return fmt::format(
        "'{}' is taken for markup and no reading; write <{}> for the neutral tone, or it is read as text",
        written, to_string(spelling->syllable));
  if (spelling)
    return fmt::format("'{}' is no reading with a blank; write <{}>, or it is read as text", written,
                       attempt.syllable);
  return fmt::format(
      "'{}' is no reading; write one syllable with its tone, as in <zhang3> or <zhǎng>, or it is read as "
      "text",
      written);
}

}  // namespace

void MistypedMarks::look_at(const MappedText& text, std::size_t open, bool behind_hanzi) {
  const Attempt attempt = attempt_at(text.text(), open);
  if (!attempt.found) return;
  if (!behind_hanzi && !attempt.closed) return;
  const auto spelling = parse_spelling(attempt.syllable);
  const bool is_reading = spelling && spelling->has_tone;
  if ((!behind_hanzi || !attempt.closed) && !is_reading) return;
  if (!spelling && is_element(attempt.syllable)) return;
  const Span place{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(attempt.end)};
  const auto written = std::string_view(text.text()).substr(place.begin, place.size());
  if (notes_.add(text.source(place), [&] { return message(written, attempt, spelling, behind_hanzi); }))
    ++named_;
}

std::vector<Note> MistypedMarks::finish() {
  return notes_.finish([](std::size_t count) {
    return count == 1 ? std::string("one more reading mark is mistyped")
                      : fmt::format("{} more reading marks are mistyped", count);
  });
}

}  // namespace langdu
