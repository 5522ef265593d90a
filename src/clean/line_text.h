#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "text/span.h"

namespace langdu {

/// Columns on a page: 2 for a full-width character, 1 for others.
std::uint32_t columns(std::string_view text);

/// The line as the boilerplate patterns want it: full-width ASCII, dashes and arrows half-width, lower case,
/// each run of blanks one blank, none around `:` `>` `|` and at the ends. Its bytes do not map back; it is
/// only matched.
std::string fold_line(std::string_view line);

/// Hanzi, letters and digits only, folded: equal for two writings of one title.
std::string title_key(std::string_view text);

/// Ends with a stop (also behind closing quotes and brackets). A colon is no stop here.
bool ends_sentence(std::string_view text);
/// Ends with a colon of either width.
bool ends_with_colon(std::string_view text);

/// Opens with a number as headings and list items do: 第一章, 第一，, 一、, （一）, 1., or with a bullet.
bool starts_numbered(std::string_view text);

}  // namespace langdu
