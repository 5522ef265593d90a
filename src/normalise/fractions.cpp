#include "normalise/look.h"
#include "normalise/matchers.h"
#include "normalise/number.h"
#include "normalise/units.h"

namespace langdu::rules {

namespace {

/// Whether the fraction at [at, end) is a term of an equation, and no division by itself: 24×3/4=18,
/// 1/3+1/6=1/2.
bool is_term(std::string_view text, std::size_t at, std::size_t end) {
  const char32_t left = left_of(text, skip_blanks_back(text, at));
  constexpr std::u32string_view operators = U"+-×÷*";
  const std::string_view right = digits_at(text, end + 1);
  return operators.find(left) != operators.npos || right_of(text, end + 1 + right.size()) == U'/';
}

}  // namespace

bool fraction(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const std::string_view upper = digits_at(text, at, 4);
  const char32_t left = left_of(text, at);
  if (upper.empty() || is_digit(left) || is_latin(left) || left == U'/' || left == U'.' || left == U',')
    return false;
  const std::size_t end = at + upper.size();
  std::size_t slash = skip_blanks(text, end);
  // 2 1/2: a whole number with a fraction.
  if (slash > end && is_digit(right_of(text, slash))) {
    const std::string_view second = digits_at(text, slash, 2);
    const std::size_t bar = slash + second.size();
    const std::string_view under =
        right_of(text, bar) == U'/' ? digits_at(text, bar + 1, 3) : std::string_view{};
    if (second.empty() || under.empty() || small_value(second) >= small_value(under) ||
        is_digit(right_of(text, bar + 1 + under.size())))
      return false;
    speech.say_to(slash, say_cardinal(upper) + "又");
    speech.say_to(bar + 1 + under.size(), say_cardinal(under) + "分之" + say_cardinal(second));
    return true;
  }
  if (right_of(text, slash) != U'/') return false;
  const std::size_t begin = skip_blanks(text, slash + 1);
  const std::string_view lower = digits_at(text, begin, 4);
  const std::size_t last = begin + lower.size();
  if (lower.empty() || (slash > end) != (begin > slash + 1)) return false;
  const char32_t next = right_of(text, last);
  if (is_digit(next) || next == U'/' || (next == U'.' && is_digit(right_of(text, last + 1)))) return false;
  if (upper == "24" && lower == "7") {  // all day, every day
    speech.say_to(last, "七乘二十四");
    return true;
  }
  const bool zero =
      small_value(lower) == 0 || lower.front() == '0' || (upper.size() > 1 && upper.front() == '0');
  // 140/90: two readings side by side, no fraction.
  const bool two_readings = lower.size() >= 2 && small_value(upper) > small_value(lower);
  if (zero || two_readings || unit_at(text, skip_blanks(text, last))) {
    speech.say_to(end, say_cardinal(upper));
    speech.say_to(begin, "杠");
    return true;  // the number behind it speaks for itself, with its unit
  }
  if (starts(text, last, "赛季") && upper.size() == 2 && lower.size() == 2) {  // 22/23赛季
    speech.say_to(last, say_digits(upper) + "到" + say_digits(lower));
    return true;
  }
  if (next == U'=' && is_digit(right_of(text, last + 1)) && !is_term(text, at, last)) {  // 10/2=5
    speech.say_to(last, say_cardinal(upper) + "除以" + say_cardinal(lower));
  } else {
    speech.say_to(last, say_cardinal(lower) + "分之" + say_cardinal(upper));
  }
  return true;
}

bool vulgar_fraction(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  struct Row {
    char32_t code;
    std::string_view spoken;
  };
  constexpr Row rows[] = {{U'½', "二分之一"}, {U'¼', "四分之一"}, {U'¾', "四分之三"}, {U'⅓', "三分之一"},
                          {U'⅔', "三分之二"}, {U'⅕', "五分之一"}, {U'⅖', "五分之二"}, {U'⅗', "五分之三"},
                          {U'⅘', "五分之四"}, {U'⅙', "六分之一"}, {U'⅚', "六分之五"}, {U'⅛', "八分之一"},
                          {U'⅜', "八分之三"}, {U'⅝', "八分之五"}, {U'⅞', "八分之七"}, {U'⅐', "七分之一"},
                          {U'⅑', "九分之一"}, {U'⅒', "十分之一"}};
  for (const Row& row : rows) {
    if (row.code != right_of(text, at)) continue;
    const bool mixed = is_digit(left_of(text, at));
    speech.say_to(at + rune_at(text, at).size, (mixed ? "又" : "") + std::string(row.spoken));
    return true;
  }
  return false;
}

namespace {

/// The value of a superscript digit, '-' for a superscript minus, 0 for anything else.
char superscript(char32_t code) {
  switch (code) {
    case U'¹':
      return '1';
    case U'²':
      return '2';
    case U'³':
      return '3';
    case U'⁻':
      return '-';
    default:
      return code == U'⁰' || (code >= U'⁴' && code <= U'⁹') ? static_cast<char>('0' + (code - U'⁰')) : '\0';
  }
}

}  // namespace

bool power(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const char32_t left = left_of(text, at);
  const bool digit = is_digit(left);
  const bool greek = left >= U'α' && left <= U'ω';
  if (!digit && !greek && !is_ascii_letter(left) && left != U')' && left != U'）') return false;
  const char32_t sign = right_of(text, at);
  const std::size_t behind_sign = at + rune_at(text, at).size;
  if ((sign == U'⁺' || sign == U'⁻') && is_ascii_letter(left) &&
      superscript(right_of(text, behind_sign)) == '\0') {
    speech.say_to(behind_sign, sign == U'⁺' ? "正离子" : "负离子");  // Na⁺, Cl⁻
    return true;
  }
  std::string exponent;
  std::size_t end = at;
  if (right_of(text, at) == U'^') {
    end = at + 1;
    if (right_of(text, end) == U'-') {
      exponent = "-";
      ++end;
    }
    const std::string_view digits = digits_at(text, end, 4);
    if (digits.empty()) return false;
    exponent += digits;
    end += digits.size();
  } else {
    while (exponent.size() < 5 && superscript(right_of(text, end)) != '\0') {
      if (right_of(text, end) == U'⁻' && !exponent.empty()) break;
      exponent += superscript(right_of(text, end));
      end += rune_at(text, end).size;
    }
  }
  if (exponent.empty() || exponent == "-") return false;
  // The letter of an element, or a number behind one; x²⁻¹ is none.
  const bool formula = is_ascii_letter(left) || (digit && is_ascii_letter(left_of(text, at - 1)));
  const char32_t charge = right_of(text, end);
  const std::size_t behind_charge = end + (charge == 0 ? 0 : rune_at(text, end).size);
  if (formula && superscript(right_of(text, behind_charge)) == '\0' &&
      (charge == U'⁺' || charge == U'⁻')) {  // Ca²⁺, SO₄²⁻
    speech.say_to(end + rune_at(text, end).size,
                  say_cardinal(exponent) + (charge == U'⁺' ? "价正离子" : "价负离子"));
    return true;
  }
  const bool negative = exponent.front() == '-';
  const std::string value = say_cardinal(std::string_view(exponent).substr(negative ? 1 : 0));
  std::string spoken = "的" + std::string(negative ? "负" : "") + value + "次方";
  if (exponent == "2") spoken = "的平方";
  if (exponent == "3" && !ends(text, at, "10")) spoken = "的立方";
  const auto unit = digit ? unit_at(text, end) : std::nullopt;  // 10^8m/s
  if (unit) {
    spoken += unit->name + unit->per;
    end = unit->end;
  } else if (const auto per = per_at(text, end)) {  // 6.2×10⁹/L
    spoken += "每" + per->name;
    end = per->end;
  }
  speech.say_to(end, spoken);
  return true;
}

}  // namespace langdu::rules
