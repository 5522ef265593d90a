#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace langdu::rules {

/// How the digit 1 is called when digits are read one by one.
enum class One { yi, yao };

/// Digits one by one: "2023" -> 二零二三. Other characters are left out.
std::string say_digits(std::string_view digits, One one = One::yi);

/// A whole number: "2001" -> 两千零一. At most 16 digits; leading zeros count for nothing.
std::string say_cardinal(std::string_view digits);

/// A number as it is written: 1,234.50
struct Number {
  std::size_t end = 0;        ///< behind its last byte
  std::string integer;        ///< its digits, without separators
  std::string_view fraction;  ///< the digits behind the point
  bool grouped = false;       ///< had thousands separators

  bool is_two() const { return fraction.empty() && !grouped && integer == "2"; }
  bool has_leading_zero() const { return integer.size() > 1 && integer.front() == '0'; }
};

/// The number that starts at `at`: at most 16 digits before the point and 32 behind it. ".5" counts as 0.5.
std::optional<Number> number_at(std::string_view text, std::size_t at);

enum class Zeros { keep, strip };  ///< what becomes of the last zeros of a fraction: 36.00 -> 三十六
std::string say_number(const Number& number, Zeros zeros = Zeros::keep);

/// The number with 两 for 2, for in front of a measure word or a unit.
std::string say_count(const Number& number, Zeros zeros = Zeros::keep);

/// "2" small enough for a table: the value of at most four digits, else 10000.
int small_value(std::string_view digits);

}  // namespace langdu::rules
