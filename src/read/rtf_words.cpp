#include "read/rtf_words.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"
#include "text/utf8.h"

namespace langdu {
namespace {

using enum RtfAction;

// In the order of their names, for the search. Groups that open with \* and have no row here are skipped.
constexpr std::array table = {
    RtfWord{"\n", paragraph},
    RtfWord{"\r", paragraph},
    RtfWord{"-", text},  // where a word may be divided
    RtfWord{"\\", text, "\\"},
    RtfWord{"_", text, "-"},
    RtfWord{"ansicpg", code_page},
    RtfWord{"author", author},
    RtfWord{"b", bold},
    RtfWord{"bin", binary},
    RtfWord{"bullet", text, "•"},
    RtfWord{"cell", cell},
    RtfWord{"colortbl", skip},
    RtfWord{"column", paragraph},
    RtfWord{"cpg", font_page},
    RtfWord{"deff", default_font},
    RtfWord{"deleted", deleted},
    RtfWord{"emdash", text, "—"},
    RtfWord{"emspace", text, "\u2003"},
    RtfWord{"endash", text, "–"},
    RtfWord{"enspace", text, "\u2002"},
    RtfWord{"f", font},
    RtfWord{"fcharset", charset},
    RtfWord{"fldinst", skip},
    RtfWord{"fonttbl", fonts},
    RtfWord{"footer", left_out, "page footer"},
    RtfWord{"footerf", left_out, "page footer"},
    RtfWord{"footerl", left_out, "page footer"},
    RtfWord{"footerr", left_out, "page footer"},
    RtfWord{"footnote", note, "footnote"},
    RtfWord{"generator", skip},
    RtfWord{"header", left_out, "page header"},
    RtfWord{"headerf", left_out, "page header"},
    RtfWord{"headerl", left_out, "page header"},
    RtfWord{"headerr", left_out, "page header"},
    RtfWord{"info", info},
    RtfWord{"ldblquote", text, "“"},
    RtfWord{"line", line},
    RtfWord{"lquote", text, "‘"},
    RtfWord{"nestcell", cell},
    RtfWord{"nestrow", paragraph},
    RtfWord{"nonesttables", skip},
    RtfWord{"nonshppict", skip},
    RtfWord{"object", skip},
    RtfWord{"outlinelevel", outline},
    RtfWord{"page", paragraph},
    RtfWord{"par", paragraph},
    RtfWord{"pard", pard},
    RtfWord{"pict", skip},
    RtfWord{"plain", plain},
    RtfWord{"qmspace", text, "\u2005"},
    RtfWord{"rdblquote", text, "”"},
    RtfWord{"row", paragraph},
    RtfWord{"rquote", text, "’"},
    RtfWord{"rxe", skip},
    RtfWord{"s", style},
    RtfWord{"sect", paragraph},
    RtfWord{"shpinst", shown},  // a text box
    RtfWord{"shppict", skip},
    RtfWord{"shprslt", skip},  // the same for old programs
    RtfWord{"shptxt", paragraph},
    RtfWord{"sp", skip},  // a property of the box
    RtfWord{"stylesheet", styles},
    RtfWord{"tab", text, "\t"},
    RtfWord{"tc", skip},
    RtfWord{"themedata", skip},
    RtfWord{"title", title},
    RtfWord{"u", unicode},
    RtfWord{"uc", fallback},
    RtfWord{"v", hidden},
    RtfWord{"xe", skip},
    RtfWord{"{", text, "{"},
    RtfWord{"}", text, "}"},
    RtfWord{"~", text, "\u00A0"},
};

constexpr bool before(const RtfWord& a, const RtfWord& b) { return a.name < b.name; }
static_assert(std::is_sorted(table.begin(), table.end(), before));

constexpr std::size_t longest_number = 10;  // digits

bool is_number_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::span<const RtfWord> rtf_words() { return table; }

const RtfWord* find_rtf_word(std::string_view name) {
  const auto row = std::lower_bound(table.begin(), table.end(), RtfWord{name, text}, before);
  return row == table.end() || row->name != name ? nullptr : &*row;
}

RtfControl rtf_control_at(std::string_view source, std::size_t at) {
  RtfControl word;
  std::size_t end = at + 1;
  while (end < source.size() && is_ascii_letter(source[end])) ++end;
  if (end == at + 1) {  // a symbol
    const std::size_t size = end < source.size() ? rune_at(source, end).size : 0;
    return {source.substr(end, size), false, 0, static_cast<std::uint32_t>(end + size)};
  }
  word.name = source.substr(at + 1, end - at - 1);
  const bool negative = end + 1 < source.size() && source[end] == '-' && is_number_digit(source[end + 1]);
  std::size_t digit = end + (negative ? 1 : 0);
  std::int64_t number = 0;
  for (const std::size_t first = digit; digit < source.size() && is_number_digit(source[digit]);
       end = ++digit) {
    word.has_number = true;
    if (digit - first < longest_number) number = number * 10 + (source[digit] - '0');
  }
  number = std::min<std::int64_t>(number, INT32_MAX);
  word.number = static_cast<int>(negative ? -number : number);
  word.end = static_cast<std::uint32_t>(end + (end < source.size() && source[end] == ' ' ? 1 : 0));
  return word;
}

}  // namespace langdu
