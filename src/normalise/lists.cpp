#include "normalise/look.h"
#include "normalise/matchers.h"
#include "normalise/measure_words.h"
#include "normalise/number.h"
#include "text/characters.h"

namespace langdu::rules {
namespace {

/// Nothing of the sentence stands before `at` but a pause or an opening bracket.
bool opens_clause(std::string_view text, std::size_t at) {
  const char32_t left = left_of(text, skip_blanks_back(text, at));
  return is_boundary(left);
}

/// One row a block of enclosed numbers: `first` stands for `value`.
struct Enclosed {
  char32_t first, last;
  int value;
};
constexpr Enclosed blocks[] = {
    {0x2460, 0x2473, 1},  {0x2474, 0x2487, 1},  {0x2488, 0x249B, 1}, {0x2776, 0x277F, 1}, {0x2780, 0x2789, 1},
    {0x278A, 0x2793, 1},  {0x24EB, 0x24F4, 11}, {0x24F5, 0x24FE, 1}, {0x3220, 0x3229, 1}, {0x3280, 0x3289, 1},
    {0x3251, 0x325F, 21}, {0x32B1, 0x32BF, 36}, {0x24EA, 0x24EA, 0}};

int enclosed_value(char32_t code) {
  for (const Enclosed& block : blocks) {
    if (code >= block.first && code <= block.last) return block.value + static_cast<int>(code - block.first);
  }
  return -1;
}

}  // namespace

bool list_marker(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  if (!opens_clause(text, at) || left_of(text, at) == U'.') return false;
  const std::string_view digits = digits_at(text, at, 2);
  const bool letter = digits.empty() && is_ascii_letter(right_of(text, at));
  const std::size_t end = at + (letter ? 1 : digits.size());
  const char32_t mark = right_of(text, end);
  if (end == at || (mark != U'.' && mark != U')' && mark != U'）')) return false;
  const std::size_t behind = end + rune_at(text, end).size;
  const std::size_t next = skip_blanks(text, behind);
  const char32_t follows = right_of(text, next);
  if (follows == 0 || is_boundary(follows) ||
      (mark == U'.' && (next == behind || letter) && is_latin(follows)) || is_digit(follows)) {
    return false;
  }
  if (letter) {
    speech.keep_to(end);
  } else {
    speech.say_to(end, say_cardinal(digits));
  }
  speech.say_to(next, "，");
  return true;
}

bool circled_number(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const int value = enclosed_value(right_of(text, at));
  if (value < 0) return false;
  const std::size_t end = at + rune_at(text, at).size;
  constexpr std::string_view referring[] = {"图", "表", "第", "式", "注", "见", "选",   "项",
                                            "和", "与", "及", "或", "至", "到", "步骤", "款"};
  const char32_t left = left_of(text, at);
  const char32_t next = right_of(text, skip_blanks(text, end));
  const bool after_number = enclosed_value(left) >= 0;
  const bool inline_use = !word_before(text, at, referring).empty() || after_number;
  std::string spoken = say_cardinal(std::to_string(value));
  if (!inline_use && is_hanzi(left)) spoken = "，" + spoken;
  if (enclosed_value(next) >= 0) {
    spoken += "、";
  } else if (!inline_use && !is_boundary(next)) {
    spoken += "，";
  }
  speech.say_to(end, spoken);
  return true;
}

namespace {

/// The value of a Roman numeral up to 39 as it is usually written, else 0. X, XX and XXX stand for what was
/// taken out.
int roman_value(std::string_view written) {
  constexpr std::string_view tens[] = {"", "X", "XX", "XXX"};
  constexpr std::string_view ones[] = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
  if (written.find_first_not_of('X') == std::string_view::npos) return 0;
  for (int ten = 3; ten >= 0; --ten) {
    if (!written.starts_with(tens[ten])) continue;
    for (int one = 9; one >= 0; --one) {
      if (written.substr(tens[ten].size()) == ones[one]) return 10 * ten + one;
    }
    return 0;
  }
  return 0;
}

}  // namespace

bool roman(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const char32_t first = right_of(text, at);
  const bool numeral = first >= 0x2160 && first <= 0x217F;
  if (numeral) {
    constexpr int values[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 50, 100, 500, 1000};
    int value = 0;
    std::size_t end = at;
    for (int i = 0; i < 6; ++i) {
      const char32_t code = right_of(text, end);
      if (code < 0x2160 || code > 0x217F) break;
      value += values[(code - 0x2160) % 16];
      end += rune_at(text, end).size;
    }
    speech.say_to(end, say_cardinal(std::to_string(value)));
    return true;
  }
  if (is_latin(left_of(text, at)) || is_digit(left_of(text, at))) return false;
  std::size_t end = at;
  while (end - at < 8 && one_of(right_of(text, end), U"IVX")) ++end;
  const std::string_view written = text.substr(at, end - at);
  const int value = roman_value(written);
  if (value == 0 || is_latin(right_of(text, end)) || is_digit(right_of(text, end))) return false;
  constexpr std::string_view kinds[] = {"级", "类", "型", "期", "度", "章",  "卷",
                                        "部", "段", "档", "区", "号", "级别"};
  const bool named = !word_at(text, end, kinds).empty() && !(written == "V" && !starts(text, end, "级"));
  if (!ends(text, at, "第") && !named) return false;
  speech.say_to(end, say_cardinal(std::to_string(value)));
  return true;
}

}  // namespace langdu::rules
