#include <utf8proc.h>

#include "normalise/look.h"
#include "normalise/matchers.h"
#include "normalise/number.h"

namespace langdu::rules {
namespace {

struct Name {
  char32_t code;
  std::string_view spoken;
};

constexpr Name greek_names[] = {
    {U'α', "阿尔法"},   {U'β', "贝塔"}, {U'γ', "伽马"},   {U'δ', "德尔塔"}, {U'ε', "艾普西隆"},
    {U'ζ', "泽塔"},     {U'η', "伊塔"}, {U'θ', "西塔"},   {U'ι', "约塔"},   {U'κ', "卡帕"},
    {U'λ', "兰姆达"},   {U'μ', "缪"},   {U'ν', "纽"},     {U'ξ', "克西"},   {U'ο', "奥密克戎"},
    {U'π', "派"},       {U'ρ', "柔"},   {U'σ', "西格马"}, {U'ς', "西格马"}, {U'τ', "陶"},
    {U'υ', "宇普西隆"}, {U'φ', "斐"},   {U'χ', "希"},     {U'ψ', "普西"},   {U'ω', "欧米伽"}};

/// Signs that are said by a name wherever they stand.
constexpr Name sign_names[] = {{U'@', "艾特"},   {U'°', "度"},     {U'¥', "元"},     {U'$', "美元"},
                               {U'€', "欧元"},   {U'£', "英镑"},   {U'%', "百分号"}, {U'‰', "千分号"},
                               {U'′', "分"},     {U'″', "秒"},     {U'♀', "女"},     {U'♂', "男"},
                               {U'℃', "摄氏度"}, {U'℉', "华氏度"}, {U'∶', "比"}};

std::string_view name_of(char32_t code, const Name* begin, const Name* end) {
  for (const Name* name = begin; name != end; ++name) {
    if (name->code == code) return name->spoken;
  }
  return {};
}

std::string_view say_slash(char32_t left, char32_t right) {
  if (is_digit(left) && is_digit(right)) return "杠";
  if (is_latin(left) && is_latin(right)) return " ";
  return is_boundary(left) || is_boundary(right) ? "" : "、";
}

bool is_emoji(char32_t code) {
  // Unicode 15.0: pictographs, dingbats, miscellaneous symbols, variation selectors, keycaps, tags, joiner.
  return (code >= 0x1F000 && code <= 0x1FAFF) || (code >= 0x2600 && code <= 0x27BF) ||
         (code >= 0x2B00 && code <= 0x2BFF) || (code >= 0x2300 && code <= 0x23FF) ||
         (code >= 0xFE00 && code <= 0xFE0F) || code == 0x200D || code == 0x20E3 ||
         (code >= 0xE0020 && code <= 0xE007F);
}

bool is_other_letter(char32_t code) {
  if (code < 0x80 || is_hanzi(code) || is_latin(code) || is_invisible(code)) return false;
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(code));
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME) ||
         category == UTF8PROC_CATEGORY_ND;
}

template <typename Predicate>
std::size_t run_end(std::string_view text, std::size_t at, Predicate predicate) {
  while (at < text.size() && predicate(right_of(text, at))) at += rune_at(text, at).size;
  return at;
}

}  // namespace

bool greek(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const char32_t code = right_of(text, at);
  const char32_t lower = code >= U'Α' && code <= U'Ω' ? code + (U'α' - U'Α') : code;
  const std::string_view name = name_of(lower, std::begin(greek_names), std::end(greek_names));
  if (name.empty()) return false;
  speech.say_to(at + rune_at(text, at).size, name);
  return true;
}

bool symbol(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const Rune rune = rune_at(text, at);
  const std::size_t end = at + rune.size;
  const char32_t left = left_of(text, skip_blanks_back(text, at));
  const char32_t right = right_of(text, skip_blanks(text, end));
  const std::string_view digits = digits_at(text, skip_blanks(text, end), 4);
  switch (rune.code) {
    case U'&':
      speech.say_to(end, is_latin(left) && is_latin(right) ? " and " : "和");
      return true;
    case U'/':
      speech.say_to(end, say_slash(left, right));
      return true;
    case U'*':
    case U'#':
      if (starts(text, end, "号键") || starts(text, end, "键")) {  // of a telephone
        const std::string_view key = rune.code == U'#' ? "井号" : "星号";
        speech.say_to(starts(text, end, "号") ? end + std::string_view("号").size() : end, key);
        return true;
      }
      if (rune.code == U'*') return false;
      if (!is_latin(left_of(text, at)) || is_latin(right)) return false;
      speech.say_to(end, " sharp");
      return true;
    case U'§':
      if (digits.empty()) return false;
      if (const auto number = number_at(text, skip_blanks(text, end)))
        speech.say_to(number->end, "第" + say_number(*number) + "节");
      return true;
    case U'·':
    case U'•':
    case U'‧':
    case U'∙':
      silence(site, end, speech, false);
      return true;
    case U'△':
      if (!is_ascii_letter(right)) return false;
      speech.say_to(end, "三角形");
      return true;
    case U'↑':
    case U'↓':
      if (!is_digit(right)) return false;
      speech.say_to(skip_blanks(text, end), rune.code == U'↑' ? "上升" : "下降");
      return true;
    case U'_':
      if (is_latin(left_of(text, at)) && is_digit(right_of(text, end))) {  // wang_123: a name that one types
        speech.say_to(end, "下划线");
        return true;
      }
      silence(site, end, speech, false);
      return true;
    default:
      break;
  }
  const std::string_view name = name_of(rune.code, std::begin(sign_names), std::end(sign_names));
  if (name.empty()) return false;
  speech.say_to(end, name);
  return true;
}

bool emoji(const Site& site, Speech& speech) {
  if (!is_emoji(right_of(site.text, site.at))) return false;
  silence(site, run_end(site.text, site.at, is_emoji), speech, true);
  return true;
}

bool other_script(const Site& site, Speech& speech) {
  if (!is_other_letter(right_of(site.text, site.at))) return false;
  silence(site, run_end(site.text, site.at, is_other_letter), speech, true);
  return true;
}

bool unsayable(const Site& site, Speech& speech) {
  const Rune rune = rune_at(site.text, site.at);
  const std::size_t end = run_end(site.text, site.at, [&](char32_t code) { return code == rune.code; });
  silence(site, end, speech, !is_invisible(rune.code));
  return true;
}

}  // namespace langdu::rules
