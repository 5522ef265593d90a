#include "output/line_units.h"

#include <algorithm>

#include "output/line_breaks.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace langdu {

namespace {

constexpr char32_t zero_width_joiner = 0x200D;
constexpr std::u32string_view openers = U"“‘（《〈「『【〔［｛([{<￥＄";
constexpr std::u32string_view never_first = U"，。；：、！？…—～·”’）》〉」』】〕］｝％‰°℃℉々,.;:!?)]}>%/";
constexpr std::u32string_view marks = U"，。；：！？…";
constexpr std::u32string_view narrow_marks = U",.;:!?";
constexpr std::u32string_view enumeration_marks = U"、—～·";

bool is_gap(char32_t code) { return is_blank(code) || code == U'\n' || code == U'\r'; }

bool is_modifier(char32_t code) {  // belongs to the character before it
  return is_invisible(code) || (code >= 0x300 && code <= 0x36F) || (code >= 0x20D0 && code <= 0x20FF) ||
         (code >= 0x1F3FB && code <= 0x1F3FF);
}

/// Letters, digits and signs of alphabets: a run of them is a word, a number, or an address.
bool is_narrow(char32_t code) {
  return (code < 0x2000 && !is_gap(code)) || (code >= 0xFF10 && code <= 0xFF19) ||
         (code >= 0xFF21 && code <= 0xFF3A) || (code >= 0xFF41 && code <= 0xFF5A);
}

bool is_flag_letter(char32_t code) { return code >= 0x1F1E6 && code <= 0x1F1FF; }

/// A straight quote opens when it is the first, the third, ... of the text.
struct Neighbour {
  char32_t code = 0;
  bool opening_quote = false;
};

bool opens(const Neighbour& at) { return one_of(at.code, openers) || (at.code == U'"' && at.opening_quote); }

bool closes(const Neighbour& at) {
  return one_of(at.code, never_first) || (at.code == U'"' && !at.opening_quote);
}

bool in_one_number(char32_t left, char32_t right) {
  if (is_hanzi_numeral(left) && is_hanzi_numeral(right)) return true;
  return is_digit(left) && (hanzi_unit(right) != 0 || right == U'亿');
}

/// Whether no line may end between the two.
bool stay_together(const Neighbour& left, const Neighbour& right) {
  if (is_modifier(right.code) || left.code == zero_width_joiner) return true;
  if (is_gap(right.code) || closes(right) || opens(left)) return true;
  if (is_gap(left.code)) return false;
  return (is_narrow(left.code) && is_narrow(right.code)) || in_one_number(left.code, right.code) ||
         (is_flag_letter(left.code) && is_flag_letter(right.code));
}

/// Walks over the text and closes units.
class Divider {
 public:
  Divider(std::string_view text, std::span<const std::uint32_t> words, int widest)
      : text_(text), words_(words), widest_(widest) {}

  std::vector<LineUnit> run() {
    Neighbour left;
    for (std::uint32_t at = 0; at < text_.size();) {
      const Rune rune = rune_at(text_, at);
      Neighbour right{rune.code, false};
      if (rune.code == U'"') right.opening_quote = (quote_open_ = !quote_open_);
      if (at > 0 && !stay_together(left, right)) close(at, grade(at));
      add(at, rune.code);
      if (!is_modifier(rune.code))
        left = right;
      else if (rune.code == zero_width_joiner)
        left.code = rune.code;
      at += rune.size;
    }
    if (!text_.empty()) close(static_cast<std::uint32_t>(text_.size()), Break::mark);
    return std::move(units_);
  }

 private:
  void add(std::uint32_t at, char32_t code) {
    const int width = half_columns(code);
    if (is_gap(code)) {
      unit_.blanks += width;
      return;
    }
    // Blanks in the middle count as any other character.
    if (unit_.width + unit_.blanks + width > widest_ && at > begin_) close(at, Break::torn);
    unit_.width += unit_.blanks + width;
    unit_.blanks = 0;
  }

  void close(std::uint32_t end, Break after) {
    unit_.end = end;
    unit_.after = after;
    units_.push_back(unit_);
    unit_ = {};
    begin_ = end;
  }

  /// How well a line ends before byte `at`.
  Break grade(std::uint32_t at) const {
    std::size_t end = at;
    bool blank = false;
    while (end > begin_) {  // what decides stands before blanks and closing quotes
      const Rune rune = rune_before(text_, end);
      if (!is_gap(rune.code) && !is_closer(rune.code) && !is_modifier(rune.code)) break;
      blank = blank || is_gap(rune.code);
      end -= rune.size;
    }
    if (end > begin_) {
      const char32_t last = rune_before(text_, end).code;
      if (one_of(last, marks) || (blank && one_of(last, narrow_marks))) return Break::mark;
      if (one_of(last, enumeration_marks)) return Break::enumeration;
    }
    return blank || word_begins(at) ? Break::word : Break::inside;
  }

  /// A word begins here, or behind the opening marks that are here.
  bool word_begins(std::uint32_t at) const {
    while (at < text_.size()) {
      const Rune rune = rune_at(text_, at);
      if (!one_of(rune.code, openers) && rune.code != U'"') break;
      at += rune.size;
    }
    return std::binary_search(words_.begin(), words_.end(), at);
  }

  const std::string_view text_;
  const std::span<const std::uint32_t> words_;
  const int widest_;
  std::vector<LineUnit> units_;
  LineUnit unit_;
  std::uint32_t begin_ = 0;  ///< of unit_
  bool quote_open_ = false;
};

}  // namespace

int half_columns(char32_t code) {
  if (is_modifier(code)) return 0;
  const bool wide = code > 0x200A || (code >= 0x1100 && code <= 0x11FF);
  return wide ? 2 : 1;
}

std::vector<LineUnit> line_units(std::string_view text, std::span<const std::uint32_t> words, int widest) {
  return Divider(text, words, widest).run();
}

}  // namespace langdu
