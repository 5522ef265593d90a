#include "clean/line_text.h"

#include "clean/script.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace langdu {
namespace {

char32_t fold(char32_t code) {
  if (code >= 0xFF01 && code <= 0xFF5E)
    code -= 0xFEE0;  // the block "Halfwidth and Fullwidth Forms" mirrors ASCII
  if (code >= U'A' && code <= U'Z') return code + (U'a' - U'A');
  switch (code) {
    case U'—':
    case U'–':
    case U'─':
    case U'━':
    case U'═':
      return U'-';
    case U'【':
    case U'〔':
    case U'〖':
      return U'[';
    case U'】':
    case U'〕':
    case U'〗':
      return U']';
    case U'、':
      return U',';
    case U'·':
    case U'•':
      return U'.';
    case U'★':
    case U'☆':
    case U'◆':
    case U'◇':
    case U'■':
      return U'*';
    case U'〉':
    case U'»':
    case U'›':
    case U'→':
      return U'>';
    case U'丨':
    case U'│':
      return U'|';
    default:
      return code;
  }
}

bool is_tight(char32_t code) { return code == U':' || code == U'>' || code == U'|'; }

/// Skips numerals from `at`; returns the place behind them.
std::size_t skip_numerals(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Rune rune = rune_at(text, at);
    if (!is_numeral(rune.code)) break;
    at += rune.size;
  }
  return at;
}

bool is_bullet(char32_t code) {
  return code == U'•' || code == U'●' || code == U'■' || code == U'◆' || code == U'★' || code == U'-' ||
         code == U'*' || code == U'·' || (code >= 0x2460 && code <= 0x2473);
}

}  // namespace

std::uint32_t columns(std::string_view text) {
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Rune rune = rune_at(text, at);
    // From Hangul Jamo on, East Asian Width is W or F for all that Chinese text uses; quotes and dashes below
    // are set full-width in Chinese.
    count += rune.code >= 0x1100 || is_shared_mark(rune.code) ? 2U : 1U;
    at += rune.size;
  }
  return count;
}

std::string fold_line(std::string_view line) {
  std::string folded;
  folded.reserve(line.size());
  bool blank = false;
  bool tight = true;
  for (std::size_t at = 0; at < line.size();) {
    const Rune rune = rune_at(line, at);
    at += rune.size;
    if (is_blank(rune.code)) {
      blank = true;
      continue;
    }
    const char32_t code = fold(rune.code);
    const bool tight_here = is_tight(code);
    if (blank && !tight && !tight_here) folded += ' ';
    blank = false;
    tight = tight_here;
    if (code == U'©') {
      folded += "(c)";
    } else {
      append_utf8(folded, code);
    }
  }
  return folded;
}

std::string title_key(std::string_view text) {
  std::string key;
  for (std::size_t at = 0; at < text.size();) {
    const Rune rune = rune_at(text, at);
    at += rune.size;
    const char32_t code = fold(rune.code);
    if (is_hanzi(code) || is_latin(code) || is_digit(code)) append_utf8(key, code);
  }
  return key;
}

bool ends_sentence(std::string_view text) {
  std::size_t end = text.size();
  Rune rune;
  while (end > 0) {
    rune = rune_before(text, end);
    if (!is_closer(rune.code) && !is_blank(rune.code)) break;
    end -= rune.size;
  }
  if (end == 0) return false;
  switch (rune.code) {
    case U'。':
    case U'！':
    case U'？':
    case U'；':
    case U'…':
    case U'!':
    case U'?':
    case U';':
      return true;
    default:
      return false;
  }
}

bool ends_with_colon(std::string_view text) {
  return text.size() >= 3 && (text.back() == ':' || text.substr(text.size() - 3) == "：");
}

bool starts_numbered(std::string_view text) {
  const char32_t first = code_at(text, 0);
  if (first == 0) return false;
  if (is_bullet(first)) return true;
  const bool ordinal = first == U'第';
  const bool bracket = first == U'（' || first == U'(';
  const std::size_t begin = ordinal || bracket ? rune_at(text, 0).size : 0;
  const std::size_t end = skip_numerals(text, begin);
  if (end == begin) return false;
  const char32_t next = code_at(text, end);
  if (bracket) return next == U'）' || next == U')';
  if (ordinal) {
    constexpr std::u32string_view units = U"章节節条條卷部篇回编編，,、：: ";
    return units.find(next) != std::u32string_view::npos;
  }
  if (next == U'、') return true;
  return (next == U'.' || next == U'．') && !is_digit(code_at(text, end + 1));
}

}  // namespace langdu
