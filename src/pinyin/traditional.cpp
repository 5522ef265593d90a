#include "text/traditional.h"

#include <algorithm>

#include "pinyin/hanzi_text.h"

namespace langdu {

void fold_traditional(HanziText& text, const TraditionalView& table) {
  const auto may_fold = [&](char32_t code) { return table.may_fold(code); };
  if (std::none_of(text.codes.begin(), text.codes.end(), may_fold)) return;
  text.written = text.codes;
  table.fold(text.codes, text.opens_run, text.own_readings);
  std::sort(text.own_readings.begin(), text.own_readings.end(),
            [](const OwnReading& a, const OwnReading& b) { return a.hanzi < b.hanzi; });
}

void read_by_own_readings(HanziText& text) {
  for (const OwnReading own : text.own_readings) {
    const Syllable syllable = unpack(static_cast<std::uint16_t>(own.reading));
    std::optional<Syllable>& now = text.syllables[own.hanzi];
    if (syllable.base >= base_count() || is_corrected(text.origin[own.hanzi])) continue;
    if (now && now->base == syllable.base && (now->citation == syllable.citation || now->citation == 5))
      continue;  // light in its word
    now = syllable;
    text.origin[own.hanzi] = Origin::traditional;
  }
}

bool has_own_reading(const HanziText& text, std::uint32_t hanzi) {
  const auto found =
      std::lower_bound(text.own_readings.begin(), text.own_readings.end(), hanzi,
                       [](const OwnReading& own, std::uint32_t wanted) { return own.hanzi < wanted; });
  return found != text.own_readings.end() && found->hanzi == hanzi;
}

}  // namespace langdu
