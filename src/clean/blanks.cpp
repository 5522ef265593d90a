#include "clean/blanks.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "clean/line_text.h"
#include "clean/script.h"
#include "text/characters.h"

namespace langdu {
namespace {

constexpr std::size_t shortest_verse = 4;
constexpr std::size_t longest_spaced_word = 8;
constexpr std::size_t fewest_gaps_of_a_row = 2;
constexpr std::size_t longest_spaced_label = 5;
constexpr std::size_t longest_heading = 150;  // bytes: 50 hanzi

/// How a text of hanzi and blanks is cut by its blanks.
struct Units {
  bool only_hanzi = true;  ///< nothing but hanzi and blanks
  bool equal = true;       ///< all units are equally long
  std::size_t count = 0;
  std::size_t length = 0;  ///< hanzi of the first unit

  bool verses() const { return only_hanzi && equal && count > 1 && length >= shortest_verse; }
  bool spaced_word() const { return only_hanzi && equal && length == 1 && count <= longest_spaced_word; }
};

Units units_of(std::string_view text) {
  Units units;
  std::size_t length = 0;
  const auto close = [&] {
    if (length == 0) return;
    if (units.count == 0) units.length = length;
    units.equal = units.equal && length == units.length;
    ++units.count;
    length = 0;
  };
  for (std::size_t at = 0; at < text.size() && units.only_hanzi;) {
    const Rune rune = rune_at(text, at);
    at += rune.size;
    if (is_hanzi(rune.code)) {
      ++length;
    } else if (is_blank(rune.code)) {
      close();
    } else {
      units.only_hanzi = false;
    }
  }
  close();
  return units;
}

/// Whether one hanzi stands between blanks, or the edge of the text, in front of `at`, or behind it.
bool is_single_before(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  const Rune rune = rune_before(text, at);
  return is_hanzi(rune.code) && (rune.size == at || is_blank(rune_before(text, at - rune.size).code));
}

bool is_single_behind(std::string_view text, std::size_t at) {
  const Rune rune = rune_at(text, at);
  const std::size_t end = at + rune.size;
  return is_hanzi(rune.code) && (end == text.size() || is_blank(rune_at(text, end).code));
}

/// The end of a word at the start of the text whose hanzi are spread out, with one word behind it (审 判 员
/// 石某, or 石 某 with a wider gap in front); 0 if there is none.
std::size_t end_of_spread_word(std::string_view text) {
  std::vector<Span> gaps;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_blanks(text, at);
    if (end > at) gaps.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end > at ? end : at + rune_at(text, at).size;
  }
  std::size_t spread = 0;  // gaps inside the first word
  const auto width = [&](std::size_t gap) { return columns(text.substr(gaps[gap].begin, gaps[gap].size())); };
  while (spread < gaps.size() && is_single_before(text, gaps[spread].begin) &&
         is_single_behind(text, gaps[spread].end) && width(spread) <= width(0))
    ++spread;
  if (spread == 0 || spread == gaps.size() || !is_single_before(text, gaps[spread].begin)) return 0;
  const bool name_spread = width(spread) > width(0) && is_single_behind(text, gaps[spread].end);
  return name_spread || spread + 1 == gaps.size() ? gaps[spread].begin : 0;
}

/// What stands behind the label of a field: 时　间：, 甲　方（盖章）.
bool opens_value(char32_t code) { return code == U'：' || code == U':' || code == U'（' || code == U'('; }

/// The end of a label at the start of the text whose hanzi are spread out; 0 if there is none.
std::size_t end_of_spread_label(std::string_view text) {
  std::size_t hanzi = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Rune rune = rune_at(text, at);
    if (opens_value(rune.code)) return hanzi > 1 && hanzi <= longest_spaced_label ? at : 0;
    if (!is_hanzi(rune.code) || ++hanzi > longest_spaced_label) return 0;
    const std::size_t end = at + rune.size;
    at = end_of_blanks(text, end);
    if (at == end && !opens_value(code_at(text, end))) return 0;
  }
  return 0;
}

/// A run of blanks and what stands around it.
struct Gap {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool wide = false;  ///< somebody typed it: it holds a full-width blank, a tab, or two no-break ones
};

/// 2.1 in front of a blank and the words of a heading; 0 if it is not there.
std::uint32_t end_of_decimal_number(std::string_view text) {
  std::size_t at = 0;
  std::size_t parts = 0;
  for (bool more = true; more && at < text.size(); ++parts) {
    const std::size_t begin = at;
    while (at < text.size() && is_digit(code_at(text, at))) at += rune_at(text, at).size;
    if (at == begin || at - begin > 2) return 0;
    more = at < text.size() && text[at] == '.';
    if (more) ++at;
  }
  const std::size_t next = end_of_blanks(text, at);
  const bool words = parts > 1 && next > at && is_hanzi(code_at(text, next)) && text.find("，") == text.npos;
  return words && !ends_sentence(text) ? static_cast<std::uint32_t>(at) : 0;
}

/// The blank behind the number that opens a heading (第一章, 第一) begins here; 0 if there is none. Blanks
/// inside the number (第 3 章) are stray.
std::uint32_t end_of_heading_number(std::string_view text) {
  constexpr std::string_view ordinal = "第";
  constexpr std::u32string_view units = U"章节節卷部篇回编編条條";
  if (text.size() > longest_heading) return 0;
  if (const auto decimal = end_of_decimal_number(text); decimal > 0) return decimal;
  if (text.substr(0, ordinal.size()) != ordinal) return 0;
  std::size_t end = ordinal.size();  // of what has been taken for the number
  for (std::size_t at = end; at < text.size();) {
    const Rune rune = rune_at(text, at);
    at += rune.size;
    if (is_blank(rune.code)) continue;
    const bool unit = end > ordinal.size() && units.find(rune.code) != std::u32string_view::npos;
    if (!unit && !is_numeral(rune.code)) break;
    end = at;
    if (!unit) continue;
    const bool part = rune.code == U'部' && code_at(text, at) == U'分';  // 第一部分
    if (part) end += rune_at(text, at).size;
    break;
  }
  return end == ordinal.size() ? 0 : static_cast<std::uint32_t>(end);
}

/// The blanks that mean something, by the scripts before and behind.
bool keeps_a_blank(Script before, Script behind) {
  using enum Script;
  if (before == none || behind == none) return false;
  if (before == mark || behind == mark) return false;
  const auto chinese_or_number = [](Script s) { return s == hanzi || s == digit || s == sign; };
  if (before == hanzi && (chinese_or_number(behind) || behind == quote)) return false;
  if (behind == hanzi && (chinese_or_number(before) || before == quote)) return false;
  if (before == quote && behind == quote) return false;
  return !(before == digit && behind == sign);
}

class BlankRepair {
 public:
  explicit BlankRepair(const MappedText& text) : text_(text.text()), rewriter_(text) {}

  MappedText run() {
    Script before = Script::none;
    for (std::size_t at = 0; at < text_.size();) {
      const Rune rune = rune_at(text_, at);
      const Script script = script_of(rune.code);
      if (script != Script::blank) {
        before = script;
        at += rune.size;
        continue;
      }
      const Gap gap = gap_at(at);
      const Script behind = gap.end < text_.size() ? script_of(rune_at(text_, gap.end).code) : Script::none;
      rewrite(gap, before, behind);
      at = gap.end;
    }
    return rewriter_.finish();
  }

 private:
  Gap gap_at(std::size_t begin) const {
    Gap gap{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin), false};
    int blanks = 0;
    int no_break = 0;
    while (gap.end < text_.size()) {
      const Rune rune = rune_at(text_, gap.end);
      if (!is_blank(rune.code)) break;
      no_break += rune.code == 0xA0 ? 1 : 0;
      gap.wide = gap.wide || rune.code == 0x3000 || rune.code == U'\t' || no_break == 2;
      gap.end += rune.size;
      ++blanks;
    }
    // In a line of names (县委常委、组织部部长  陈立群); in a sentence it may be the work of a program.
    if (blanks > 1 && text_.size() <= longest_heading && !ends_sentence(text_)) gap.wide = true;
    return gap;
  }

  bool typed(const Gap& gap, Script before, Script behind) {
    if (before != Script::hanzi && before != Script::digit) return false;
    if (behind != Script::hanzi && behind != Script::digit && behind != Script::quote) return false;
    const std::uint32_t number = end_of_heading_number(text_);
    if (gap.begin == number) return true;
    if (number > 0 && gap.begin > number && units_of(text_.substr(number)).spaced_word()) return false;
    const bool hanzi = before == Script::hanzi && behind == Script::hanzi;
    if (!hanzi) return gap.wide && is_row();
    const std::size_t next = gap.end + rune_at(text_, gap.end).size;
    if (is_single_before(text_, gap.begin) && opens_value(code_at(text_, next))) return false;  // 电　话：
    if (!units_known_) {
      units_ = units_of(text_);
      label_end_ = end_of_spread_label(text_);
      spread_end_ = units_.only_hanzi ? end_of_spread_word(text_) : 0;
      units_known_ = true;
    }
    if (gap.begin < spread_end_ || gap.begin < label_end_) return false;
    if (gap.begin == spread_end_) return true;
    if (spread_end_ > 0 && is_single_before(text_, gap.begin) && is_single_behind(text_, gap.end))
      return false;
    return units_.verses() || (gap.wide && !units_.spaced_word());
  }

  /// Whether the text is a row of a table: two wide gaps, and figures.
  bool is_row() {
    if (row_) return *row_;
    std::size_t wide = 0;
    std::size_t figures = 0;
    for (std::size_t at = 0; at < text_.size();) {
      const Rune rune = rune_at(text_, at);
      if (is_blank(rune.code)) {
        const Gap gap = gap_at(at);
        wide += gap.wide ? 1U : 0U;
        at = gap.end;
        continue;
      }
      figures += is_digit(rune.code) ? 1U : 0U;
      at += rune.size;
    }
    row_ = wide >= fewest_gaps_of_a_row && figures > 0;
    return *row_;
  }

  void rewrite(const Gap& gap, Script before, Script behind) {
    rewriter_.keep_to(gap.begin);
    if (!keeps_a_blank(before, behind) && !typed(gap, before, behind)) {
      rewriter_.drop_to(gap.end);
    } else if (gap.end - gap.begin == 1 && text_[gap.begin] == ' ') {
      rewriter_.keep_to(gap.end);
    } else {
      rewriter_.replace_to(gap.end, " ");
    }
  }

  std::string_view text_;
  Rewriter rewriter_;
  Units units_;
  std::optional<bool> row_;     ///< is_row(), once it is known
  std::size_t spread_end_ = 0;  ///< of what stands spread out at the start
  std::size_t label_end_ = 0;
  bool units_known_ = false;
};

bool has_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == ' ' || byte == '\t') return true;
    // Blanks outside ASCII start with C2 (no-break), E1 (Ogham), E2 (typographic) or E3 (ideographic).
    const bool may_be_blank = byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3);
    if (may_be_blank && is_blank(rune_at(text, at).code)) return true;
    ++at;
  }
  return false;
}

}  // namespace

MappedText repair_blanks(MappedText text) {
  if (!has_blank(text.text())) return text;
  return BlankRepair(text).run();
}

}  // namespace langdu
