#pragma once
#include <cstddef>
#include <string_view>

namespace langdu::rules {

/// The measure word (or counted noun, or 万/亿/千) at `at`, over at most one blank; empty when there is none.
/// In front of it 2 is 两 and a long number is a quantity, not a code.
std::string_view measure_at(std::string_view text, std::size_t at);

/// Whether the number at [begin, end) counts something: 2个, 2-3天, 2至5家, 2多个. Not after 第.
bool counts(std::string_view text, std::size_t begin, std::size_t end);

/// Whether what stands at `at` makes a number in front of it that of a door: 201室, 1208房.
bool names_door(std::string_view text, std::size_t at);

/// Currency names, longest first match: 元, 美元, 块, ...
std::string_view currency_at(std::string_view text, std::size_t at);

/// 万, 亿, 千万, 百亿, ... behind a number.
std::string_view large_at(std::string_view text, std::size_t at);

}  // namespace langdu::rules
