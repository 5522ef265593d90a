#include "read/entities.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>

#include "text/utf8.h"

namespace langdu {
namespace {

struct Row {
  std::string_view name;
  std::string_view text;
};

// Those that stand in texts, of the two thousand of HTML. Blanks of other widths are plain blanks to a
// reader.
constexpr Row table[] = {
    {"amp", "&"},       {"lt", "<"},        {"gt", ">"},        {"quot", "\""},       {"apos", "'"},
    {"nbsp", "\u00A0"}, {"ensp", "\u2002"}, {"emsp", "\u2003"}, {"thinsp", "\u2009"}, {"lrm", "\u200E"},
    {"rlm", "\u200F"},  {"shy", "\u00AD"},  {"zwj", "\u200D"},  {"zwnj", "\u200C"},   {"ldquo", "“"},
    {"rdquo", "”"},     {"lsquo", "‘"},     {"rsquo", "’"},     {"sbquo", "‚"},       {"bdquo", "„"},
    {"laquo", "«"},     {"raquo", "»"},     {"lsaquo", "‹"},    {"rsaquo", "›"},      {"mdash", "—"},
    {"ndash", "–"},     {"hellip", "…"},    {"middot", "·"},    {"bull", "•"},        {"times", "×"},
    {"divide", "÷"},    {"plusmn", "±"},    {"minus", "−"},     {"deg", "°"},         {"permil", "‰"},
    {"copy", "©"},      {"reg", "®"},       {"trade", "™"},     {"sect", "§"},        {"para", "¶"},
    {"yen", "¥"},       {"euro", "€"},      {"pound", "£"},     {"cent", "¢"},        {"micro", "µ"},
    {"frac12", "½"},    {"frac14", "¼"},    {"frac34", "¾"},    {"sup1", "¹"},        {"sup2", "²"},
    {"sup3", "³"},      {"larr", "←"},      {"uarr", "↑"},      {"rarr", "→"},        {"darr", "↓"},
    {"le", "≤"},        {"ge", "≥"},        {"ne", "≠"},        {"asymp", "≈"},       {"infin", "∞"},
    {"alpha", "α"},     {"beta", "β"},      {"gamma", "γ"},     {"pi", "π"},          {"Omega", "Ω"},
    {"eacute", "é"},    {"egrave", "è"},    {"agrave", "à"},    {"auml", "ä"},        {"ouml", "ö"},
    {"uuml", "ü"},      {"szlig", "ß"},     {"ccedil", "ç"},    {"ntilde", "ñ"},
};

/// "#39" or "#x4E2D". What is no code point is U+FFFD, as HTML has it.
std::optional<std::string> numeric(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
  if (digits.empty() || end != digits.data() + digits.size() || error == std::errc::invalid_argument)
    return std::nullopt;
  const bool surrogate = code >= 0xD800 && code < 0xE000;
  std::string text;
  append_utf8(text, error != std::errc{} || code == 0 || surrogate || code > 0x10FFFF ? U'\uFFFD' : code);
  return text;
}

}  // namespace

std::optional<std::string> entity_text(std::string_view entity) {
  if (entity.size() < 3 || entity.front() != '&' || entity.back() != ';') return std::nullopt;
  const std::string_view name = entity.substr(1, entity.size() - 2);
  if (name.front() == '#') return numeric(name.substr(1));
  const auto row =
      std::find_if(std::begin(table), std::end(table), [&](const Row& r) { return r.name == name; });
  if (row == std::end(table)) return std::nullopt;
  return std::string(row->text);
}

}  // namespace langdu
