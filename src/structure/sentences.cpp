#include "structure/sentences.h"

#include "text/characters.h"
#include "text/utf8.h"

namespace langdu {
namespace {

bool is_stop(char32_t code) {
  return code == U'。' || code == U'！' || code == U'？' || code == U'…' || code == U'｡';
}

bool is_letter(char32_t code) { return is_hanzi(code) || is_latin(code); }

/// Whether the half-width mark at [begin, end) stops a sentence: not inside numbers, names, addresses
/// (a.b?c=1).
bool is_half_width_stop(std::string_view text, std::size_t begin, std::size_t end, char32_t code) {
  if (code != U'!' && code != U'?' && code != U'.') return false;
  const char32_t next = code_at(text, end);
  const bool open =
      next == 0 || is_blank(next) || is_closer(next) || is_hanzi(next) || next == U'!' || next == U'?';
  if (code == U'!' || code == U'?') return open;
  if (begin == 0) return false;
  const Rune before = rune_before(text, begin);
  const bool after_word = is_letter(before.code) || is_closer(before.code);
  if (!after_word || (next != 0 && !is_blank(next) && !is_closer(next))) return false;
  // One letter before the dot is an initial or a list mark (A. Smith, a. first), one hanzi a list mark (一.
  // 总则).
  const std::size_t word = begin - before.size;
  return word > 0 && is_letter(rune_before(text, word).code);
}

/// The end of the stop at `at` with all the stops and closing marks that follow it.
std::size_t end_of_stop(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Rune rune = rune_at(text, at);
    const bool mark = is_stop(rune.code) || is_closer(rune.code) || rune.code == U'!' || rune.code == U'?';
    if (!mark) break;
    at += rune.size;
  }
  return at;
}

}  // namespace

std::vector<Span> split_sentences(std::string_view block) {
  std::vector<Span> sentences;
  std::size_t begin = end_of_blanks(block, 0);
  std::size_t last = begin;  // end of the last character that is not blank
  for (std::size_t at = begin; at < block.size();) {
    const Rune rune = rune_at(block, at);
    const std::size_t end = at + rune.size;
    const bool stop = is_stop(rune.code) || is_half_width_stop(block, at, end, rune.code);
    at = stop ? end_of_stop(block, end) : end;
    if (!rune.valid || !is_blank(rune.code)) last = at;
    if (!stop) continue;
    sentences.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
    at = begin = last = end_of_blanks(block, at);
  }
  if (begin < last)
    sentences.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last)});
  return sentences;
}

}  // namespace langdu
