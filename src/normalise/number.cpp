#include "normalise/number.h"

#include <algorithm>
#include <array>

#include "normalise/look.h"

namespace langdu::rules {
namespace {

constexpr std::array<std::string_view, 10> digit_names = {"零", "一", "二", "三", "四",
                                                          "五", "六", "七", "八", "九"};
constexpr std::array<std::string_view, 4> place_names = {"", "十", "百", "千"};

std::size_t value_of(char digit) { return static_cast<std::size_t>(digit - '0'); }
bool is_zero(std::string_view digits) { return digits.find_first_not_of('0') == std::string_view::npos; }

/// Four digits: "2010" -> 两千零一十. `first`: nothing of the number stands before.
std::string say_four(std::string_view group, bool first) {
  std::string spoken;
  bool gap = false;
  for (std::size_t i = 0; i < 4; ++i) {
    const std::size_t digit = value_of(group[i]);
    const std::size_t place = 3 - i;
    if (digit == 0) {
      gap = true;
      continue;
    }
    const bool leads = first && spoken.empty();
    if (gap && !leads) spoken += "零";
    gap = false;
    if (digit == 2 && place == 3 && leads) {
      spoken += "两";
    } else if (digit != 1 || place != 1 || !leads) {
      spoken += digit_names[digit];
    }
    spoken += place_names[place];
  }
  return spoken;
}

/// Eight digits: up to 九千九百九十九万九千九百九十九.
std::string say_eight(std::string_view digits, bool first) {
  const std::string_view high = digits.substr(0, 4);
  const std::string_view low = digits.substr(4);
  std::string spoken;
  if (!is_zero(high)) {
    spoken = high == "0002" ? std::string(first ? "" : "零") + "两" : say_four(high, first);
    spoken += "万";
  }
  if (is_zero(low)) return spoken;
  if (is_zero(high) && !first) spoken += "零";
  std::string rest = say_four(low, first && is_zero(high));
  if (spoken.ends_with("零") && rest.starts_with("零")) rest.erase(0, std::string_view("零").size());
  return spoken + rest;
}

}  // namespace

std::string say_digits(std::string_view digits, One one) {
  std::string spoken;
  spoken.reserve(digits.size() * 3);
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') continue;
    spoken += digit == '1' && one == One::yao ? std::string_view("幺") : digit_names[value_of(digit)];
  }
  return spoken;
}

std::string say_cardinal(std::string_view digits) {
  std::string padded(digits.size() < 16 ? 16 - digits.size() : 0, '0');
  padded += digits;
  const std::string_view high = std::string_view(padded).substr(0, 8);
  const std::string_view low = std::string_view(padded).substr(8, 8);
  if (is_zero(padded)) return "零";
  std::string spoken;
  if (!is_zero(high)) {
    spoken = high == "00000002" ? "两" : say_eight(high, true);
    spoken += "亿";
  }
  return is_zero(low) ? spoken : spoken + say_eight(low, is_zero(high));
}

std::optional<Number> number_at(std::string_view text, std::size_t at) {
  Number number;
  const std::string_view first = digits_at(text, at);
  std::size_t end = at + first.size();
  if (first.empty() && right_of(text, at) != U'.') return std::nullopt;
  number.integer = first.empty() ? "0" : first;
  // Thousands separators: groups of three; "1,2,3" and "12,3456" are lists.
  while (!first.empty() && first.size() <= 3 && right_of(text, end) == U',' && number.integer.size() <= 12 &&
         digits_at(text, end + 1).size() == 3) {
    number.integer += text.substr(end + 1, 3);
    number.grouped = true;
    end += 4;
  }
  if (right_of(text, end) == U'.') {
    number.fraction = digits_at(text, end + 1, 32);
    if (!number.fraction.empty()) end += 1 + number.fraction.size();
  }
  if (first.empty() && number.fraction.empty()) return std::nullopt;
  number.end = end;
  return number;
}

std::string say_number(const Number& number, Zeros zeros) {
  std::string_view fraction = number.fraction;
  if (zeros == Zeros::strip) {
    const std::size_t last = fraction.find_last_not_of('0');
    fraction = fraction.substr(0, last == std::string_view::npos ? 0 : last + 1);
  }
  std::string spoken = say_cardinal(number.integer);
  if (!fraction.empty()) spoken += "点" + say_digits(fraction);
  return spoken;
}

std::string say_count(const Number& number, Zeros zeros) {
  return number.is_two() ? "两" : say_number(number, zeros);
}

int small_value(std::string_view digits) {
  if (digits.empty() || digits.size() > 4) return 10000;
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

}  // namespace langdu::rules
