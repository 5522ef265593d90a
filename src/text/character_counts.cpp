#include "text/character_counts.h"

#include <fmt/core.h>
#include <utf8proc.h>

#include <algorithm>

#include "text/utf8.h"

namespace langdu {

bool CharacterCounts::add(char32_t code, std::uint32_t where) {
  CountedCharacter& counted = counts_[code];
  if (counted.count++ > 0) return false;
  counted.code = code;
  counted.first = where;
  return true;
}

std::vector<CountedCharacter> CharacterCounts::list() const {
  std::vector<CountedCharacter> list;
  list.reserve(counts_.size());
  for (const auto& [code, counted] : counts_) list.push_back(counted);
  std::sort(list.begin(), list.end(), [](const CountedCharacter& a, const CountedCharacter& b) {
    return a.first != b.first ? a.first < b.first : a.code < b.code;
  });
  return list;
}

std::string name_of_character(char32_t code) {
  const std::string number = fmt::format("U+{:04X}", static_cast<std::uint32_t>(code));
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code));
  const bool combines = category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
  const bool has_shape = category != UTF8PROC_CATEGORY_CN && category < UTF8PROC_CATEGORY_ZS;
  if (!has_shape && !is_hanzi(code)) return number;  // utf8proc may not know the newest hanzi
  std::string shape = combines ? "◌" : "";
  append_utf8(shape, code);
  return fmt::format("'{}' ({})", shape, number);
}

std::string times(std::uint32_t count) { return count == 1 ? "" : fmt::format(" {} times", count); }

}  // namespace langdu
