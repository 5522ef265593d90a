#include "plan/written_pinyin.h"

#include <algorithm>

#include "text/spelling.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::size_t longest_syllable = 8;  // bytes: zhuāng, lüè

/// Whether `rest` is syllables with tone marks; they are put behind `syllables`. The longest first: Xī'ān
/// needs no help, and xiān is one.
bool take(std::string_view rest, Syllables& syllables) {
  if (!rest.empty() && rest[0] == '\'') rest.remove_prefix(1);
  if (rest.empty()) return !syllables.empty();
  if (syllables.full()) return false;
  const Syllables before = syllables;
  for (std::size_t size = std::min(rest.size(), longest_syllable); size > 0; --size) {
    const bool inside = size < rest.size() && (static_cast<unsigned char>(rest[size]) & 0xC0) == 0x80;
    const auto spelling = inside ? std::nullopt : parse_spelling(rest.substr(0, size));
    if (!spelling || !spelling->has_tone) continue;
    syllables.push_back(spelling->syllable);
    if (take(rest.substr(size), syllables)) return true;
    syllables = before;
  }
  return false;
}

}  // namespace

Syllables written_pinyin(std::string_view run) {
  const bool marked =
      std::any_of(run.begin(), run.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  Syllables syllables;
  if (!marked || !take(run, syllables)) return {};
  return syllables;
}

}  // namespace langdu
