#include "plan/unread.h"

#include <fmt/core.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "plan/segments.h"
#include "text/utf8.h"

namespace langdu {
namespace {

/// Rules of the normaliser that leave out what has no name to say.
constexpr std::array<std::string_view, 3> rules = {"other_script", "emoji", "unsayable"};

/// Parts of an emoji that have no shape of their own: skin tones, tags, the keycap.
bool is_part_of_emoji(char32_t code) {
  return (code >= 0x1F3FB && code <= 0x1F3FF) || (code >= 0xE0020 && code <= 0xE007F) || code == 0x20E3;
}

/// Letters and what nobody knows are a loss; of a symbol or picture the reader is told, no more.
bool is_symbol(char32_t code) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code));
  return category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_SO;
}

Note note_of(const CountedCharacter& counted, bool has_no_reading) {
  std::string shape;
  append_utf8(shape, counted.code);
  const Span where{counted.first, counted.first + static_cast<std::uint32_t>(shape.size())};
  const std::string name = name_of_character(counted.code);
  if (has_no_reading)
    return {Severity::warning, where,
            fmt::format("no reading is known for {}; it was left out{}", name, times(counted.count))};
  return {is_symbol(counted.code) ? Severity::info : Severity::warning, where,
          fmt::format("{} has no name to be read by; it was left out{}", name, times(counted.count))};
}

}  // namespace

bool UnreadNotes::add(std::string_view source, std::span<const Dropped> dropped) {
  bool names_a_place = false;
  for (const Dropped& piece : dropped) {
    const bool has_no_reading = piece.rule == no_reading_rule;
    if (!has_no_reading && std::find(rules.begin(), rules.end(), piece.rule) == rules.end()) continue;
    CharacterCounts& counts = has_no_reading ? without_reading_ : unsayable_;
    for (std::uint32_t at = piece.source.begin; at < piece.source.end;) {
      const Rune rune = rune_at(source, at);
      const bool named = rune.valid && rune.code >= 0x80 && !is_invisible(rune.code) &&
                         !is_blank(rune.code) && !is_part_of_emoji(rune.code);
      if (named && counts.add(rune.code, at) && counts.size() <= most_notes + 1) names_a_place = true;
      at += rune.size;
    }
  }
  return names_a_place;
}

std::vector<Note> UnreadNotes::finish() const {
  std::vector<Note> notes;
  for (const bool has_no_reading : {true, false}) {
    const auto list = (has_no_reading ? without_reading_ : unsayable_).list();
    const std::size_t named = std::min(list.size(), most_notes);
    for (std::size_t i = 0; i < named; ++i) notes.push_back(note_of(list[i], has_no_reading));
    if (named == list.size()) continue;
    std::uint64_t places = 0;
    for (std::size_t i = named; i < list.size(); ++i) places += list[i].count;
    notes.push_back({Severity::warning,
                     {list[named].first, list[named].first},
                     fmt::format("{} other characters were left out from here on, in {} places; "
                                 "'langdu plan' lists them all",
                                 list.size() - named, places)});
  }
  return notes;
}

}  // namespace langdu
