#include "read/docx_number_formats.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace langdu {
namespace {

/// The ten digits and the powers of ten of one way to write numbers in hanzi.
struct Hanzi {
  std::array<std::string_view, 10> digits;
  std::array<std::string_view, 4> powers;  ///< of 1, 10, 100, 1000
  std::string_view myriad;
  bool has_zero;       ///< a gap is said: 一百零一
  bool ten_drops_one;  ///< 10 to 19 begin with the ten: 十一
  bool all_drop_one;   ///< so do hundred and thousand, everywhere: 百十一
};

constexpr Hanzi counting{{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
                         {"", "十", "百", "千"},
                         "万",
                         true,
                         true,
                         false};
constexpr Hanzi japanese{{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
                         {"", "十", "百", "千"},
                         "万",
                         false,
                         true,
                         true};
constexpr Hanzi legal{{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"},
                      {"", "拾", "佰", "仟"},
                      "万",
                      true,
                      false,
                      false};
constexpr Hanzi legal_traditional{{"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"},
                                  {"", "拾", "佰", "仟"},
                                  "萬",
                                  true,
                                  false,
                                  false};

std::string decimal(std::uint32_t number) { return std::to_string(number); }

/// Below ten thousand. `leads` says that nothing stands in front of it.
std::string small_hanzi(std::uint32_t number, const Hanzi& hanzi, bool leads) {
  std::string result;
  bool gap = false;
  for (std::uint32_t power = 4, divisor = 1000; power-- > 0; divisor /= 10) {
    const std::uint32_t digit = number / divisor % 10;
    if (digit == 0) {
      gap = !result.empty() || !leads;
      continue;
    }
    if (gap && hanzi.has_zero) result += hanzi.digits[0];
    gap = false;
    const bool first_ten = power == 1 && result.empty() && leads;
    const bool drops_one =
        digit == 1 && power > 0 && (hanzi.all_drop_one || (first_ten && hanzi.ten_drops_one));
    if (!drops_one) result += hanzi.digits[digit];
    result += hanzi.powers[power];
  }
  return result;
}

std::string in_hanzi(std::uint32_t number, const Hanzi& hanzi) {
  constexpr std::uint32_t myriad = 10'000;
  if (number == 0) return std::string(hanzi.digits[0]);
  if (number >= myriad * myriad) return decimal(number);
  std::string result;
  if (number >= myriad) result = small_hanzi(number / myriad, hanzi, true) + std::string(hanzi.myriad);
  return result + small_hanzi(number % myriad, hanzi, result.empty());
}

/// Digit by digit: 一二〇.
std::string digital(std::uint32_t number) {
  std::string result;
  for (const char digit : decimal(number))
    result += digit == '0' ? "〇" : counting.digits[static_cast<std::size_t>(digit - '0')];
  return result;
}

std::string thousand_counting(std::uint32_t number) { return in_hanzi(number, counting); }
/// 十一 up to a hundred, then digit by digit.
std::string hundred_counting(std::uint32_t number) {
  return number < 100 ? in_hanzi(number, counting) : digital(number);
}
std::string japanese_counting(std::uint32_t number) { return in_hanzi(number, japanese); }
std::string legal_simplified(std::uint32_t number) { return in_hanzi(number, legal); }
std::string legal_in_traditional(std::uint32_t number) { return in_hanzi(number, legal_traditional); }

/// Of the hanzi of `cycle` the one at `number`, or digits beyond its end.
std::string from_cycle(std::string_view cycle, std::uint32_t number) {
  constexpr std::uint32_t hanzi_bytes = 3;
  if (number == 0 || number * hanzi_bytes > cycle.size()) return decimal(number);
  return std::string(cycle.substr((number - 1) * hanzi_bytes, hanzi_bytes));
}
std::string stems(std::uint32_t number) { return from_cycle("甲乙丙丁戊己庚辛壬癸", number); }
std::string branches(std::uint32_t number) { return from_cycle("子丑寅卯辰巳午未申酉戌亥", number); }

/// A, ..., Z, AA, BB: Word repeats the letter.
std::string letters(std::uint32_t number, char first) {
  constexpr std::uint32_t most = 26 * 30;
  if (number == 0 || number > most) return decimal(number);
  return std::string((number - 1) / 26 + 1, static_cast<char>(first + static_cast<char>((number - 1) % 26)));
}
std::string lower_letters(std::uint32_t number) { return letters(number, 'a'); }
std::string upper_letters(std::uint32_t number) { return letters(number, 'A'); }

std::string upper_roman(std::uint32_t number) {
  struct Sign {
    std::uint32_t value;
    std::string_view text;
  };
  constexpr std::array signs = {Sign{1000, "M"}, Sign{900, "CM"}, Sign{500, "D"}, Sign{400, "CD"},
                                Sign{100, "C"},  Sign{90, "XC"},  Sign{50, "L"},  Sign{40, "XL"},
                                Sign{10, "X"},   Sign{9, "IX"},   Sign{5, "V"},   Sign{4, "IV"},
                                Sign{1, "I"}};
  if (number == 0 || number >= 4000) return decimal(number);
  std::string result;
  for (const Sign& sign : signs) {
    for (; number >= sign.value; number -= sign.value) result += sign.text;
  }
  return result;
}
std::string lower_roman(std::uint32_t number) {
  std::string result = upper_roman(number);
  for (char& letter : result) {
    if (letter >= 'A') letter = static_cast<char>(letter + ('a' - 'A'));
  }
  return result;
}

/// Of a run of Unicode characters that begins with the one for 1 the one for `number`, or digits.
std::string from_run(char32_t first, std::uint32_t count, std::uint32_t number) {
  if (number == 0 || number > count) return decimal(number);
  std::string result;
  append_utf8(result, first + number - 1);
  return result;
}
std::string circled(std::uint32_t number) { return from_run(U'①', 20, number); }
std::string with_full_stop(std::uint32_t number) { return from_run(U'⒈', 20, number); }
std::string in_brackets(std::uint32_t number) { return from_run(U'⑴', 20, number); }
std::string hanzi_circled(std::uint32_t number) { return from_run(U'㊀', 10, number); }

std::string full_width(std::uint32_t number) {
  std::string result;
  for (const char digit : decimal(number)) append_utf8(result, U'０' + static_cast<char32_t>(digit - '0'));
  return result;
}
std::string two_digits(std::uint32_t number) { return (number < 10 ? "0" : "") + decimal(number); }
std::string in_dashes(std::uint32_t number) { return "- " + decimal(number) + " -"; }
std::string nothing(std::uint32_t) { return {}; }

constexpr std::array table = {
    NumberFormat{"decimal", decimal},
    NumberFormat{"decimalZero", two_digits},
    NumberFormat{"decimalHalfWidth", decimal},
    NumberFormat{"decimalFullWidth", full_width},
    NumberFormat{"decimalFullWidth2", full_width},
    NumberFormat{"decimalEnclosedCircle", circled},
    NumberFormat{"decimalEnclosedCircleChinese", circled},
    NumberFormat{"decimalEnclosedFullstop", with_full_stop},
    NumberFormat{"decimalEnclosedParen", in_brackets},
    NumberFormat{"ideographEnclosedCircle", hanzi_circled},
    NumberFormat{"numberInDash", in_dashes},
    NumberFormat{"chineseCounting", hundred_counting},
    NumberFormat{"chineseCountingThousand", thousand_counting},
    NumberFormat{"chineseLegalSimplified", legal_simplified},
    NumberFormat{"ideographDigital", digital},
    NumberFormat{"ideographTraditional", stems},
    NumberFormat{"ideographZodiac", branches},
    NumberFormat{"ideographLegalTraditional", legal_in_traditional},
    NumberFormat{"taiwaneseCounting", hundred_counting},
    NumberFormat{"taiwaneseCountingThousand", thousand_counting},
    NumberFormat{"taiwaneseDigital", digital},
    NumberFormat{"japaneseCounting", japanese_counting},
    NumberFormat{"japaneseDigitalTenThousand", digital},
    NumberFormat{"lowerLetter", lower_letters},
    NumberFormat{"upperLetter", upper_letters},
    NumberFormat{"lowerRoman", lower_roman},
    NumberFormat{"upperRoman", upper_roman},
    NumberFormat{"bullet", nothing},
    NumberFormat{"none", nothing},
};

const NumberFormat* find(std::string_view name) {
  const auto row = std::find_if(table.begin(), table.end(),
                                [&](const NumberFormat& format) { return format.name == name; });
  return row == table.end() ? nullptr : &*row;
}

}  // namespace

std::span<const NumberFormat> number_formats() { return table; }

std::string written_number(std::string_view format, std::uint32_t number) {
  const NumberFormat* const row = find(format);
  return row == nullptr ? decimal(number) : row->write(number);
}

bool is_unnumbered(std::string_view format) {
  const NumberFormat* const row = find(format);
  return row != nullptr && row->write == nothing;
}

}  // namespace langdu
