#include <algorithm>
#include <array>
#include <string>

#include "normalise/look.h"
#include "normalise/matchers.h"
#include "normalise/number.h"
#include "text/characters.h"

namespace langdu::rules {
namespace {

constexpr std::string_view one = "某";
constexpr std::string_view more = "某某";
/// Longer runs are rules and ornaments, not names.
constexpr std::size_t longest_run = 8;

/// What is said for a run of so many.
std::string say_run(std::size_t length, const NormaliseOptions& options) {
  constexpr std::size_t most_letters = 3;
  switch (options.placeholder) {
    case Placeholder::some:
      break;
    case Placeholder::letter:
      return std::string(std::min(length, most_letters), 'X');
    case Placeholder::pause:
      return "，";
    case Placeholder::word:
      return options.word;
  }
  return std::string(length == 1 ? one : more);
}

/// Says `spoken` for what stands up to `end`, or pauses there instead, as the user wishes.
void say_placeholder(std::size_t end, std::string_view spoken, Speech& speech) {
  if (speech.options().placeholder == Placeholder::pause) {
    speech.drop_to(end, "，");
  } else {
    speech.say_to(end, spoken);
  }
}

/// Number of times the code point at `at` is repeated, counted up to one more than `most`.
std::size_t run_length(std::string_view text, std::size_t at, std::size_t most = longest_run) {
  const Rune rune = rune_at(text, at);
  std::size_t length = 0;
  while (length <= most && right_of(text, at) == rune.code) {
    at += rune.size;
    ++length;
  }
  return length;
}

bool is_x(char32_t code) { return code == U'X' || code == U'x'; }
bool is_mask(char32_t code) {
  return is_x(code) || code == U'*' || code == U'×' || code == U'□' || code == U'○';
}

// Words with the letter X. 形 and 级 are not among them: X级 is a rank that was taken out.
constexpr std::string_view letter_words[] = {"光",   "射线",   "线片", "线检", "线机", "线摄",
                                             "轴",   "染色体", "型",   "档案", "战警", "坐标",
                                             "波段", "线衍",   "线荧", "线成", "线胸", "线平"};

constexpr std::u32string_view operators = U"=<>+/^²³≤≥≠≈√";

/// Whether an x of an equation stands near: 设甲数为x，则2x+3=y.
bool is_unknown_near(std::string_view text, std::size_t at) {
  constexpr std::size_t reach = 160;  // bytes
  const std::size_t last = std::min(text.size(), at + reach);
  for (std::size_t i = at > reach ? at - reach : 0; i < last; ++i) {
    if (text[i] != 'x' || is_latin(left_of(text, i)) || is_latin(right_of(text, i + 1))) continue;
    const char32_t right = right_of(text, skip_blanks(text, i + 1));
    const bool product = is_digit(left_of(text, i)) && !is_digit(right);
    if (product || (right != 0 && operators.find(right) != operators.npos)) return true;
  }
  return false;
}

/// Whether the X's at [at, end) are letters: X光, x = 3, f(x), iPhone X, 1+X.
bool is_letter(std::string_view text, std::size_t at, std::size_t end) {
  const std::size_t count = end - at;
  const std::string_view word = word_at(text, end, letter_words);
  constexpr std::string_view archives[] = {"档案馆", "档案局", "档案室", "档案管"};
  if (!word.empty() && (count == 1 || word == "染色体") && word_at(text, end, archives).empty()) return true;
  const char32_t left = left_of(text, skip_blanks_back(text, at));
  const char32_t right = right_of(text, skip_blanks(text, end));
  const bool blank_left = is_blank(left_of(text, at));
  const bool blank_right = is_blank(right_of(text, end));
  if ((blank_left && is_ascii_letter(left)) || (blank_right && is_ascii_letter(right))) return true;
  if (count > 1) return false;
  if (right_of(text, end) == U'-' && is_ascii_letter(right_of(text, end + 1)) &&
      !is_x(right_of(text, end + 1)))
    return true;  // X-ray
  if (text[at] == 'x' && is_unknown_near(text, at)) return true;
  if (digits_at(text, end).size() == 3 && !is_hanzi(left_of(text, at)))
    return true;  // X105: a road of a county
  if (digits_at(text, end).size() == 3 && starts(text, end + 3, "县道")) return true;
  if (const auto line = digits_at(text, end); !line.empty() && starts(text, end + line.size(), "路"))
    return true;  // X8路
  if (starts(text, end, "、y") || starts(text, end, "，y") || starts(text, end, "和y") ||
      starts(text, end, ",y"))
    return true;
  if (right != 0 && operators.find(right) != operators.npos) return true;
  if (left != 0 && operators.find(left) != operators.npos && left != U'/') return true;
  return left_of(text, at) == U'(' && right_of(text, end) == U')' && is_ascii_letter(left_of(text, at - 1));
}

/// End of the run of X at `at`; `at` when it is part of a Latin word.
std::size_t x_end(std::string_view text, std::size_t at) {
  const std::size_t length = run_length(text, at);
  const std::size_t end = at + length;
  if (length > longest_run || is_latin(left_of(text, at)) || is_latin(right_of(text, end))) return at;
  return end;
}

/// -XX-XX behind a masked year, with any one separator of dates.
struct MaskedDate {
  std::size_t month = 0, day = 0;  ///< where their X's begin
  std::size_t end = 0;             ///< 0: none
};

MaskedDate masked_date_at(std::string_view text, std::size_t at) {
  const char32_t separator = right_of(text, at);
  MaskedDate date{at + 1, at + 4, 0};
  if (separator != U'-' && separator != U'/' && separator != U'.') return date;
  if (right_of(text, at + 3) != separator) return date;
  for (const std::size_t begin : {date.month, date.day}) {
    if (x_end(text, begin) != begin + 2) return date;
  }
  date.end = at + 6;
  return date;
}

/// Whether a family name alone stands before the star: 张*、刘**.
bool is_masked_name(std::string_view text, std::size_t star) {
  constexpr std::u32string_view names =
      U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
      U"姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
  const char32_t name = left_of(text, star);
  const std::size_t begin = star - rune_before(text, star).size;
  return names.find(name) != names.npos &&
         (is_boundary(left_of(text, begin)) || is_blank(left_of(text, begin)));
}

/// The x of 0x1F.
bool is_hexadecimal(std::string_view text, std::size_t at) {
  return left_of(text, at) == U'0' && !is_digit(left_of(text, at - 1)) && is_digit(right_of(text, at + 1));
}

/// X times X: 3x4, 1920X1080.
bool is_times(std::string_view text, std::size_t at) {
  if (!is_digit(left_of(text, at)) || !is_digit(right_of(text, at + 1)) || is_hexadecimal(text, at))
    return false;
  const bool two_sides = at >= 2 && is_digit(left_of(text, at - 1)) && digits_at(text, at + 1).size() >= 2;
  return text[at] == 'x' || two_sides;
}

/// Bold of Markdown further apart is not looked for.
constexpr std::size_t longest_bold = 300;
constexpr std::string_view stars = "**";

/// Whether the ** at `open` and `close` are markup around text: **加粗**. In 李**任**县县长 the second one
/// stands for the name of a county, and in 王**和李** both stand for names.
bool is_bold(std::string_view text, std::size_t open, std::size_t close) {
  constexpr std::string_view heads[] = {"省",   "市",   "县",   "区",   "镇",   "乡",   "村",   "州",
                                        "局",   "委",   "年",   "月",   "日",   "号",   "路",   "街",
                                        "同志", "公司", "单位", "部门", "学校", "集团", "大学", "医院",
                                        "先生", "女士", "厅",   "处",   "科",   "办",   "中学", "小学"};
  constexpr std::string_view joints[] = {"和", "与", "及", "、", "同志", "先生", "女士"};
  const std::size_t first = open + stars.size();
  if (first >= close || text.substr(first, close - first).find('*') != text.npos) return false;
  const char32_t right = right_of(text, first);
  if (is_boundary(right) || is_blank(right) || is_blank(left_of(text, close))) return false;
  return word_at(text, first, joints).empty() && word_at(text, close + stars.size(), heads).empty();
}

/// Whether the ** at `at` (no more and no fewer) opens or closes bold text.
bool is_bold_mark(std::string_view text, std::size_t at) {
  const std::size_t end = at + stars.size();
  const std::size_t next = text.substr(end, longest_bold).find(stars);
  if (next != text.npos && is_bold(text, at, end + next)) return true;
  const std::size_t begin = at > longest_bold ? at - longest_bold : 0;
  const std::size_t last = text.substr(begin, at - begin).rfind(stars);
  return last != text.npos && is_bold(text, begin + last, at);
}

}  // namespace

bool letter_x(const Site& site, Speech& speech) {
  const std::size_t end = x_end(site.text, site.at);
  if (end == site.at || !is_letter(site.text, site.at, end)) return false;
  speech.keep_to(end);
  return true;
}

bool masked_number(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const std::string_view digits = digits_at(text, at);
  const std::size_t mask = at + digits.size();
  const char32_t sign = right_of(text, mask);
  if (digits.empty() || is_latin(left_of(text, at)) || !is_mask(sign)) return false;
  constexpr std::size_t longest_mask = 16;  // of an identity number: 4301**********2036
  const std::size_t most = sign == U'*' ? longest_mask : longest_run;
  const std::size_t length = run_length(text, mask, most);
  std::size_t end = mask + length * rune_at(text, mask).size;
  const char32_t next = right_of(text, end);
  if (length > most || is_latin(next) || is_blank(next)) return false;
  if (length == 1) {
    if (sign != U'X' && sign != U'x') return false;
    if (is_letter(text, mask, end) || is_times(text, mask) || is_hexadecimal(text, mask)) return false;
  }
  if (digits.size() + length == 4 && is_x(sign)) {
    if (const MaskedDate date = masked_date_at(text, end); date.end != 0) {
      speech.say_to(mask, say_digits(digits));
      speech.say_to(date.month, say_run(length, speech.options()) + "年");
      speech.say_to(date.day, say_run(2, speech.options()) + "月");
      speech.say_to(date.end, say_run(2, speech.options()) + "日");
      return true;
    }
  }
  const std::string_view tail = digits_at(text, end);
  speech.say_to(mask, say_digits(digits));
  say_placeholder(end, say_run(length, speech.options()), speech);
  if (!tail.empty()) speech.say_to(end + tail.size(), say_digits(tail));
  return true;
}

bool placeholder(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  std::size_t end = x_end(text, at);
  if (end == at || (end == at + 1 && (is_times(text, at) || is_hexadecimal(text, at)))) return false;
  std::string spoken = say_run(end - at, speech.options());
  if (right_of(text, end) == U'.' && is_x(right_of(text, end + 1))) {
    const std::size_t fraction = x_end(text, end + 1);
    if (fraction > end + 1) {
      spoken += "点";
      spoken += say_run(fraction - end - 1, speech.options());
      end = fraction;
    }
  }
  if (right_of(text, end) == U'%') {
    spoken = "百分之" + spoken;
    ++end;
  }
  say_placeholder(end, spoken, speech);
  const std::size_t next = skip_dash(text, end);
  if (next > end && (is_x(right_of(text, next)) || is_digit(right_of(text, next)))) speech.say_to(next, "到");
  return true;
}

bool chinese_zero(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const Rune rune = rune_at(text, at);
  const std::size_t length = run_length(text, at);
  const std::size_t end = at + length * rune.size;
  const bool in_number = is_hanzi_numeral(left_of(text, at)) || is_hanzi_numeral(right_of(text, end));
  // 〇 is a digit by itself; several beside hanzi are a name taken out: 〇〇县.
  const char32_t left = left_of(text, at);
  const char32_t right = right_of(text, end);
  const bool name = length > 1 && length <= longest_run && (is_hanzi(left) || is_hanzi(right)) &&
                    !is_latin(left) && !is_latin(right) && !is_digit(right);
  if (!(in_number && length <= longest_run) && (name || rune.code != U'〇')) return false;
  for (std::size_t zero = at; zero < end; zero += rune.size) speech.say_to(zero + rune.size, "零");
  return true;
}

bool placeholder_mark(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const Rune rune = rune_at(text, at);
  const std::size_t length = run_length(text, at);
  const std::size_t end = at + length * rune.size;
  const char32_t left = left_of(text, at);
  const char32_t right = right_of(text, end);
  if (rune.code == U'*' && length == 2 && is_bold_mark(text, at)) {
    silence(site, end, speech, false);
    return true;
  }
  if (length > longest_run || is_latin(left) || is_latin(right) || is_digit(right)) return false;
  const bool between = is_hanzi(left) && is_hanzi(right);
  const bool beside = is_hanzi(left) || is_hanzi(right);
  bool redacted = beside;
  if (length == 1) {
    const bool star = rune.code == U'*' || rune.code == U'□' || rune.code == U'■';
    const bool circle = rune.code == U'○';
    constexpr std::u32string_view heads = U"年月日省市县区镇乡村州局委";  // *月*日
    const bool star_head = rune.code == U'*' && right != 0 && heads.find(right) != heads.npos;
    if (star || circle)
      redacted = star_head || between || (circle && beside && !is_blank(right) && !is_digit(left));
    constexpr std::u32string_view sides = U"长宽高厚深径";
    if (rune.code == U'*' && is_hanzi(left) && is_boundary(right) && is_masked_name(text, at))
      redacted = true;
    const bool measured =
        sides.find(left) != sides.npos || (rune.code == U'×' && ends(text, at, "米"));  // 长3米×宽2米
    if (between && measured && sides.find(right) != sides.npos) redacted = false;
    if (is_digit(left) || (rune.code == U'*' && (right == U'号' || right == U'键'))) redacted = false;
  }
  if (!redacted) return false;
  say_placeholder(end, say_run(length, speech.options()), speech);
  return true;
}

}  // namespace langdu::rules
