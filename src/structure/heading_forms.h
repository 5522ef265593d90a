#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "structure/numerals.h"

namespace langdu {

/// One row a way of numbering headings: an opening, a number, a closing, and the words of the heading.
struct HeadingForm {
  std::string_view name;
  std::string_view reason;  ///< where the form is used
  int rank;                 ///< smaller is further out, where the forms occur together
  std::string_view before;  ///< alternatives separated by blanks; empty = the number opens the line
  Numerals numerals;
  std::string_view behind;    ///< alternatives separated by blanks; "_" at the end is a blank, "$" the end
  std::string_view not_next;  ///< characters which, right behind, make it a phrase (第一回合)
  bool bare;                  ///< the number alone is a heading (第三章)
  bool may_stop;              ///< may end with 。 or ： (official papers do so), if no other stop is inside
  bool from_any;              ///< may start at any number and skip some: the form itself is certain enough
};

std::span<const HeadingForm> heading_forms();

/// A line that could be a heading, seen alone; whether it is one, its neighbours in number decide.
struct HeadingCandidate {
  std::size_t form = 0;  ///< index in heading_forms()
  std::uint32_t number = 0;
};
std::optional<HeadingCandidate> match_heading(std::string_view line);

/// A line, however long, that opens with a number as headings and items of lists do: （一）指导思想。坚持…
std::optional<HeadingCandidate> match_item(std::string_view line);

/// Headings without a number that books have beside their chapters: 前言, 尾声, 附录.
bool is_special_heading(std::string_view line);

}  // namespace langdu
