#include "structure/numerals.h"

#include "text/characters.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::uint32_t largest = 99'999;

Ordinal read_chinese(std::string_view text) {
  std::uint32_t total = 0;
  std::uint32_t digits = 0;  // since the last unit
  bool after_unit = true;    // 十二: the 十 stands for 一十
  std::size_t at = 0;
  while (at < text.size()) {
    const Rune rune = rune_at(text, at);
    const auto digit = hanzi_digit(rune.code);
    const std::uint32_t unit = hanzi_unit(rune.code);
    if (digit) {
      digits = digits * 10 + *digit;
      after_unit = false;
    } else if (unit > 0) {
      total += (after_unit && digits == 0 ? 1 : digits) * unit;
      digits = 0;
      after_unit = true;
    } else {
      break;
    }
    if (total > largest || digits > largest) return {};
    at += rune.size;
  }
  return {total + digits, at};
}

Ordinal read_arabic(std::string_view text) {
  std::uint32_t value = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const Rune rune = rune_at(text, at);
    const bool full_width = rune.code >= 0xFF10 && rune.code <= 0xFF19;
    if (!is_digit(rune.code) && !full_width) break;
    value = value * 10 + (rune.code - (full_width ? 0xFF10 : U'0'));
    if (value > largest) return {};
    at += rune.size;
  }
  return {value, at};
}

Ordinal read_circled(std::string_view text) {
  if (text.empty()) return {};
  const Rune rune = rune_at(text, 0);
  if (rune.code < U'①' || rune.code > U'⑳') return {};
  return {rune.code - U'①' + 1, rune.size};
}

Ordinal read_decimal(std::string_view text) {
  constexpr std::uint32_t largest_part = 99;
  constexpr std::size_t most_parts = 4;
  std::size_t at = 0;
  for (std::size_t parts = 1; parts <= most_parts; ++parts) {
    const Ordinal part = read_arabic(text.substr(at));
    if (part.size == 0 || part.value > largest_part) return {};
    at += part.size;
    if (at == text.size() || text[at] != '.') return parts > 1 ? Ordinal{part.value, at} : Ordinal{};
    ++at;
  }
  return {};
}

}  // namespace

Ordinal read_ordinal(std::string_view text, Numerals numerals) {
  switch (numerals) {
    case Numerals::chinese:
      return read_chinese(text);
    case Numerals::arabic:
      return read_arabic(text);
    case Numerals::circled:
      return read_circled(text);
    case Numerals::decimal:
      return read_decimal(text);
    case Numerals::either:
      break;
  }
  const Ordinal arabic = read_arabic(text);
  return arabic.size > 0 ? arabic : read_chinese(text);
}

}  // namespace langdu
