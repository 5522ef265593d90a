#include "normalise/fold.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <string>

#include "normalise/look.h"

namespace langdu::rules {
namespace {

struct Fold {
  char32_t code;
  std::string_view by;
};

// Sorted by code. Unicode 15.0; the compatibility forms are those of its NFKC, where speech needs them.
constexpr Fold folds[] = {
    {U'\u00B5', "μ"},   {U'\u00BA', "°"},   {U'\u2010', "-"},   {U'\u2011', "-"},   {U'\u2012', "-"},
    {U'\u2013', "-"},   {U'\u2015', "—"},   {U'\u2044', "/"},   {U'\u2080', "0"},   {U'\u2081', "1"},
    {U'\u2082', "2"},   {U'\u2083', "3"},   {U'\u2084', "4"},   {U'\u2085', "5"},   {U'\u2086', "6"},
    {U'\u2087', "7"},   {U'\u2088', "8"},   {U'\u2089', "9"},   {U'\u2126', "Ω"},   {U'\u2212', "-"},
    {U'\u2215', "/"},   {U'\u2236', ":"},   {U'\u223C', "~"},   {U'\u2500', "—"},   {U'\u2501', "—"},
    {U'\u2A7D', "≤"},   {U'\u2A7E', "≥"},   {U'\u3000', " "},   {U'\u301C', "~"},   {U'\u3030', "~"},
    {U'\u3387', "GB"},  {U'\u338E', "mg"},  {U'\u338F', "kg"},  {U'\u339B', "μm"},  {U'\u339C', "mm"},
    {U'\u339D', "cm"},  {U'\u339E', "km"},  {U'\u339F', "mm²"}, {U'\u33A0', "cm²"}, {U'\u33A1', "m²"},
    {U'\u33A2', "km²"}, {U'\u33A3', "mm³"}, {U'\u33A4', "cm³"}, {U'\u33A5', "m³"},  {U'\u33A6', "km³"},
    {U'\u33C4', "cc"},  {U'\u33D5', "mol"}, {U'\uFE63', "-"},   {U'\uFFE0', "¢"},   {U'\uFFE1', "£"},
    {U'\uFFE5', "¥"},
};

static_assert(std::is_sorted(std::begin(folds), std::end(folds),
                             [](const Fold& a, const Fold& b) { return a.code < b.code; }));

/// The full-width signs that mean their ASCII twin everywhere. The others are punctuation and stay.
constexpr std::u32string_view folded_signs = U"＂＃＄％＆＇＊＋－．／＜＝＞＠＼＾＿｀｜～［］｛｝";

std::string_view table_fold(char32_t code) {
  const auto* row = std::lower_bound(std::begin(folds), std::end(folds), code,
                                     [](const Fold& fold, char32_t value) { return fold.code < value; });
  return row != std::end(folds) && row->code == code ? row->by : std::string_view{};
}

bool is_full_width(char32_t code) { return code >= 0xFF01 && code <= 0xFF5E; }
bool is_any_digit(char32_t code) { return is_digit(code) || (code >= U'０' && code <= U'９'); }

/// What the rune at `at` is written as; empty when it stays.
std::string folded(std::string_view text, std::size_t at, Rune rune) {
  const std::string_view row = table_fold(rune.code);
  if (!row.empty()) return std::string(row);
  if (!is_full_width(rune.code)) return {};
  const char32_t ascii = rune.code - 0xFF01 + U'!';
  const bool plain =
      is_ascii_letter(ascii) || is_digit(ascii) || folded_signs.find(rune.code) != folded_signs.npos;
  const bool colon =
      rune.code == U'：' && is_any_digit(left_of(text, at)) && is_any_digit(right_of(text, at + rune.size));
  return plain || colon ? std::string(1, static_cast<char>(ascii)) : std::string{};
}

/// The first bytes of the combining marks U+0300-036F, and of what else U+0300-037F holds.
bool is_mark_lead(unsigned char lead) { return lead == 0xCC || lead == 0xCD; }
bool is_mark(char32_t code) { return code >= 0x300 && code <= 0x36F; }

/// A Latin letter and the marks behind it as one letter (e and U+0301 as é), if there is such a letter; empty
/// otherwise. The marks begin at `at`; `end` is put behind them.
std::string composed(std::string_view text, std::size_t begin, std::size_t at, std::size_t& end) {
  constexpr std::size_t most_marks = 4;  // no letter has more
  end = at;
  for (std::size_t i = 0; i < most_marks && is_mark(right_of(text, end)); ++i) end += rune_at(text, end).size;
  const std::string letter(text.substr(begin, end - begin));
  auto* bytes = utf8proc_NFC(reinterpret_cast<const utf8proc_uint8_t*>(letter.c_str()));
  if (bytes == nullptr) return {};
  const std::string result = reinterpret_cast<const char*>(bytes);
  std::free(bytes);
  const Rune rune = rune_at(result, 0);
  return rune.size == result.size() && is_latin(rune.code) ? result : std::string();
}

/// Whether a three-byte character that starts with this byte may have to be folded: U+2000-2FFF, 3000-3FFF,
/// F000-FFFF; two bytes: U+0080-00BF.
bool may_fold(unsigned char lead) {
  return is_mark_lead(lead) || lead == 0xC2 || lead == 0xE2 || lead == 0xE3 || lead == 0xEF;
}

}  // namespace

MappedText fold(const MappedText& sentence) {
  const std::string_view text = sentence.text();
  Rewriter rewriter(sentence);
  for (std::size_t at = 0; at < text.size();) {
    if (!may_fold(static_cast<unsigned char>(text[at]))) {
      ++at;
      continue;
    }
    const Rune rune = rune_at(text, at);
    if (is_mark(rune.code) && is_latin(left_of(text, at))) {
      const std::size_t begin = at - rune_before(text, at).size;
      std::size_t end = at;
      const std::string letter = begin >= rewriter.position() ? composed(text, begin, at, end) : "";
      if (!letter.empty()) {
        rewriter.keep_to(static_cast<std::uint32_t>(begin));
        rewriter.replace_to(static_cast<std::uint32_t>(end), letter);
        at = end;
        continue;
      }
    }
    const std::string by = folded(text, at, rune);
    if (!by.empty()) {
      rewriter.keep_to(static_cast<std::uint32_t>(at));
      rewriter.replace_to(static_cast<std::uint32_t>(at + rune.size), by);
    }
    at += rune.size;
  }
  return rewriter.finish();
}

}  // namespace langdu::rules
