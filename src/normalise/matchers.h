#pragma once
#include "normalise/rule.h"

/// The matchers of the rules, by the file they are in. rules.cpp puts them in their order and says what each
/// is for.
namespace langdu::rules {

using Matcher = bool(const Site& site, Speech& speech);

// web.cpp
Matcher url, email;
// placeholders.cpp
Matcher letter_x, masked_number, placeholder, chinese_zero, placeholder_mark;
// phones.cpp
Matcher phone, hotline, long_number, grouped_digits, serial;
// codes.cpp
Matcher code_chain, code_number, event_day, letter_to_letter, latin_number, number_latin, section_number,
    number_sign;
// dates.cpp
Matcher date, year_month, month_day, year_span, year, decade;
// times.cpp
Matcher time_of_day, prime;
// quantities.cpp
Matcher percent, temperature, money, unit, per_unit, lone_unit;
// fractions.cpp
Matcher fraction, vulgar_fraction, power;
// lists.cpp
Matcher list_marker, circled_number, roman;
// numbers.cpp
Matcher number, sign, ratio, range, equation_sign;
// marks.cpp
Matcher quote, bracket, dash, ellipsis, stop, blank;
// symbols.cpp
Matcher greek, symbol, emoji, other_script, unsayable;

/// Leaves [site.at, end) out. Where that would run two numbers or two Latin words together, a pause or a
/// blank stands in. `listed`: a reader would miss it.
void silence(const Site& site, std::size_t end, Speech& speech, bool listed);

/// Whether the hyphen at `at` is a minus sign: a number follows, and what stands before cannot be the left
/// side of a range or a code.
bool is_minus(std::string_view text, std::size_t at);

/// Whether a percentage with an equals sign behind it stands at `at`: the 20% of 100%-20%=80%.
bool is_percent_subtrahend(std::string_view text, std::size_t at);

/// Whether a score is spoken of around [begin, end): 比分, 战胜, ...
bool is_score(std::string_view text, std::size_t begin, std::size_t end);

/// Whether two numbers at [begin, end) are compared: a score, or a ratio by the words around it.
bool is_compared(std::string_view text, std::size_t begin, std::size_t end);

/// Whether the colon at `colon` ends a label and is no part of a time or ratio: 附件1:2023年, 步骤1:3个人.
bool ends_label(std::string_view text, std::size_t colon);

}  // namespace langdu::rules
