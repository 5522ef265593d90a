#include <array>

#include "normalise/look.h"
#include "normalise/matchers.h"
#include "normalise/measure_words.h"
#include "normalise/number.h"
#include "normalise/units.h"

namespace langdu::rules {
namespace {

/// Digits beside Latin letters: up to two as a number (COVID-19 十九), round hundreds too (A100), else one by
/// one.
std::string say_code(std::string_view digits) {
  const bool zero = digits.front() == '0' && digits.size() > 1;
  const bool round = digits.size() == 3 && digits.substr(1) == "00";
  return !zero && (digits.size() <= 2 || round) ? say_cardinal(digits) : say_digits(digits);
}

bool is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

/// ".d" parts behind a number at `at`: 2.3.1 -> 点三点一. Moves `at` behind them.
std::string say_points(std::string_view text, std::size_t& at) {
  std::string spoken;
  for (int part = 0; part < 8 && right_of(text, at) == U'.'; ++part) {
    const std::string_view digits = digits_at(text, at + 1);
    if (digits.empty()) break;
    spoken += "点" + say_digits(digits);
    at += 1 + digits.size();
  }
  return spoken;
}

/// Whether a province, a letter and a dot stand before `at`: 苏A·88888.
bool is_plate(std::string_view text, std::size_t at) {
  constexpr std::u32string_view provinces =
      U"京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新港澳";
  const std::size_t letter = at - std::string_view("·").size();
  if (!is_ascii_letter(left_of(text, letter))) return false;
  const char32_t province = left_of(text, letter - 1);
  return province != 0 && provinces.find(province) != provinces.npos;
}

/// Whether the number at [at, end) is that of a train: G79次, K1157/6次.
bool is_train(std::string_view text, std::size_t at, std::size_t end) {
  constexpr std::u32string_view kinds = U"GDCZTKYLS";
  const char32_t letter = left_of(text, at);
  return letter != 0 && kinds.find(letter) != kinds.npos && !is_latin(left_of(text, at - 1)) &&
         starts(text, end, "次") && !starts(text, end, "次方");
}

/// Whether the Latin letters that end at `end` are those of a standard: GB/T 9704, ISO 9001, DB11/T 123.
bool is_standard(std::string_view text, std::size_t end) {
  constexpr std::string_view bodies[] = {"GB",   "GB/T", "GB/Z", "ISO",  "IEC",  "IEEE", "RFC",  "GJB",
                                         "JB/T", "HJ",   "JGJ",  "CJJ",  "QB/T", "SJ/T", "YY/T", "NY/T",
                                         "DL/T", "YD/T", "HG/T", "TB/T", "SN/T", "WS/T", "MZ/T", "GA/T",
                                         "LY/T", "JT/T", "CJ/T", "EN",   "DIN"};
  const std::string_view body = word_before(text, end, bodies);
  const char32_t before = left_of(text, end - body.size());
  return (!body.empty() && !is_latin(before) && !is_digit(before)) || ends(text, end, "/T");
}

// A number in front of these is a name; round hundreds are not (实施100工程 is rare, 300医院 too).
constexpr std::string_view names_behind[] = {
    "国道", "省道", "县道",   "乡道",   "航班",   "新政",   "工程",    "计划", "事件", "部队",
    "医院", "高地", "晚会",   "室",     "房间",   "教室",   "会议室",  "病房", "寝室", "路公交",
    "信箱", "专案", "客机",   "系列",   "战斗机", "厂区",   "办公室",  "高校", "院校", "大学",
    "大楼", "路车", "路汽车", "路电车", "大促",   "购物节", "年中大促"};
constexpr std::string_view names_before[] = {"波音", "空客", "麦道", "宝马", "歼",
                                             "东风", "标致", "骁龙", "麒麟", "奇虎"};
// Numbers that are names by themselves, digit by digit.
constexpr std::string_view names[] = {"985", "211", "996", "007", "863", "973", "911", "315"};

}  // namespace

bool code_chain(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  if (is_digit(left_of(text, at)) || left_of(text, at) == U'-' || left_of(text, at) == U'.') return false;
  std::size_t ends_of[9] = {};
  std::size_t parts = 0;
  for (std::size_t next = at; parts < 9;) {
    const std::string_view digits = digits_at(text, next);
    if (digits.empty()) break;
    ends_of[parts++] = next + digits.size();
    if (right_of(text, next + digits.size()) != U'-') break;
    next += digits.size() + 1;
  }
  if (parts < 3) return false;
  std::size_t begin = at;
  for (std::size_t i = 0; i < parts; ++i) {
    const std::string_view digits = text.substr(begin, ends_of[i] - begin);
    speech.say_to(ends_of[i],
                  (i > 0 ? "杠" : "") +
                      (digits.size() == 2 && digits[0] != '0' ? say_cardinal(digits) : say_digits(digits)));
    begin = ends_of[i] + 1;
  }
  return true;
}

bool code_number(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const std::string_view digits = digits_at(text, at);
  const std::size_t end = at + digits.size();
  const char32_t left = left_of(text, at);
  const char32_t next = right_of(text, end);
  if (digits.size() < 3 || is_digit(left) || left == U'.' || left == U',' || left == U'¥' || left == U'$')
    return false;
  const bool door =
      left == U'-' && at > 1 && is_digit(left_of(text, at - 1)) && names_door(text, end);   // 3-201室
  const bool joined = door || (left == U'-' && at > 1 && is_hanzi(left_of(text, at - 1)));  // A座-101
  if (left == U'-' && !joined) return false;
  if (starts(text, end, "/") && digits_at(text, end + 1).size() >= 3 && digits.size() == 3) {
    const std::string_view second = digits_at(text, end + 1);
    if (unit_at(text, skip_blanks(text, end + 1 + second.size()))) return false;  // 165/100mmHg
    speech.say_to(end, say_digits(digits));
    speech.say_to(end + 1, "、");
    speech.say_to(end + 1 + second.size(), say_digits(second));
    return true;
  }
  if (next == U'.' && is_digit(right_of(text, end + 1))) return false;
  if ((next == U',' || next == U':' || next == U'/') && is_digit(right_of(text, end + 1))) return false;
  const bool round = digits.ends_with("00");
  const bool quantity =
      !measure_at(text, end).empty() || !large_at(text, end).empty() || is_latin(next) || next == U'%';
  const bool numbered = starts(text, end, "号") || starts(text, end, "”号");
  bool is_name = !quantity && !word_at(digits, 0, names).empty() && digits.size() == 3 && !is_dash(next);
  is_name = is_name || (!round && (!word_at(text, end, names_behind).empty() || numbered));
  is_name = is_name || (!quantity && !round && !word_before(text, at, names_before).empty());
  // 404页面, 502错误, 8080端口; but 共1245错误.
  constexpr std::string_view codes[] = {"400", "401",  "403",  "404",  "500",  "502", "503",
                                        "504", "8080", "3306", "8888", "6379", "618"};
  constexpr std::string_view computing[] = {"页面", "错误", "报错", "端口", "期间", "活动"};
  is_name = is_name || (!word_at(digits, 0, codes).empty() && !word_at(text, end, computing).empty());
  constexpr std::string_view rides[] = {"乘", "坐", "转", "搭", "公交", "公交车"};
  is_name =
      is_name || (!round && starts(text, end, "路") && !word_before(text, at, rides).empty());  // 乘601路
  // Eight digits without a unit are a number somebody was given (an account, a telephone), unless they are
  // round.
  is_name = is_name || (digits.size() == 8 && !quantity && digits.find("000") == std::string_view::npos &&
                        !currency_at(text, end).size());
  is_name = is_name || door || (joined && !quantity);
  const bool quoted = (left == U'“' && next == U'”') || (left == U'"' && next == U'"');  // “135”思路
  constexpr std::string_view counted[] = {"名", "个", "人", "分", "元", "次", "年", "条", "项", "位", "家"};
  const std::size_t behind_quote = end + (next == U'”' ? std::string_view("”").size() : 1);
  is_name = is_name || (quoted && !round && !quantity && word_at(text, behind_quote, counted).empty());
  if (!is_name) return false;
  speech.say_to(end, say_digits(digits));
  return true;
}

bool event_day(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const std::string_view month = digits_at(text, at, 2);
  const std::size_t dot = at + month.size();
  const bool full_stop = right_of(text, dot) == U'.';  // 3.15晚会
  if (month.empty() || is_latin(left_of(text, at)) || is_digit(left_of(text, at)) ||
      left_of(text, at) == U'.')
    return false;
  if (!full_stop && right_of(text, dot) != U'·') return false;
  const std::size_t second = dot + rune_at(text, dot).size;
  const std::string_view day = digits_at(text, second, 2);
  if (day.empty() || small_value(month) > 12 || small_value(day) > 31) return false;
  constexpr std::string_view events[] = {
      "晚会",     "大促", "购物节", "妇女节", "植树节", "劳动节", "青年节", "儿童节",   "建军节",
      "教师节",   "国庆", "事件",   "事变",   "运动",   "大地震", "消费者", "国际妇女", "国际消费",
      "世界读书", "惨案", "讲话",   "批示",   "火灾",   "爆炸",   "专案",   "狂欢",     "女神节"};
  const std::size_t behind = second + day.size();
  const std::size_t name = behind + word_at(text, behind, std::array<std::string_view, 2>{"”", "\""}).size();
  if (full_stop && (small_value(month) == 0 || small_value(day) == 0 || word_at(text, name, events).empty()))
    return false;
  speech.say_to(dot, say_digits(month));
  speech.skip_to(second);
  speech.say_to(second + day.size(), say_digits(day));
  return true;
}

bool letter_to_letter(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  constexpr std::string_view pairs[] = {"B2B", "B2C", "C2C", "C2B", "O2O", "P2P", "B2G", "G2G", "G2B", "G2C",
                                        "D2C", "C2M", "F2C", "M2M", "E2E", "V2X", "V2V", "B2E", "F2F", "P2B"};
  const std::string_view pair = word_at(text, at, pairs);
  if (pair.empty() || is_latin(left_of(text, at)) || is_digit(left_of(text, at))) return false;
  const char32_t next = right_of(text, at + 3);
  if (is_latin(next) || is_digit(next)) return false;
  speech.keep_to(at + 1);
  speech.say_to(at + 2, " to ");
  speech.keep_to(at + 3);
  return true;
}

bool latin_number(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const std::string_view digits = digits_at(text, at);
  if (digits.empty()) return false;
  std::size_t end = at + digits.size();
  const char32_t left = left_of(text, at);
  const bool hyphen = left == U'-' && at > 0 && is_latin(left_of(text, at - 1));
  const std::size_t word = skip_blanks_back(text, at);
  if (left == U'·' && is_plate(text, at)) {  // 苏A·88888
    speech.say_to(end, say_digits(digits));
    return true;
  }
  if (is_latin(left) || hyphen) {
    constexpr std::string_view one_by_one[] = {"N", "KN", "IP"};  // N95, KN95, IP68
    const std::string_view letters = word_before(text, at, one_by_one);
    const bool known = !letters.empty() && !is_latin(left_of(text, at - letters.size())) &&
                       (letters == "IP" || digits == "95");
    std::string spoken = known || is_train(text, at, end) ? say_digits(digits) : say_code(digits);
    if (hyphen && digits.front() == '0' && digits.size() > 1) spoken.insert(0, "杠");  // SG-02
    spoken += say_points(text, end);
    speech.say_to(end, spoken);
    const bool pages = left == U'P' || left == U'p';  // P12-15 is a range
    for (int part = 0; part < 4 && !pages && right_of(text, end) == U'-'; ++part) {
      const std::string_view more = digits_at(text, end + 1);
      if (more.empty()) break;
      end += 1 + more.size();
      speech.say_to(end, "杠" + say_digits(more));
    }
    return true;
  }
  if (left == U'_' && at > 1 && is_latin(left_of(text, at - 1))) {  // wang_123
    speech.say_to(end, say_digits(digits));
    return true;
  }
  if (word == at || !is_latin(left_of(text, word))) return false;
  const bool film = ends(text, word, "ISO") && digits.ends_with("00") && digits.size() < 5;  // ISO 400
  if (is_standard(text, word) && !film) {
    std::string spoken = say_digits(digits) + say_points(text, end);
    const std::size_t next_part = skip_dash(text, end);
    if (const std::string_view year = digits_at(text, next_part, 4); next_part > end && !year.empty()) {
      end = next_part + year.size();
      spoken += "杠" + say_digits(year);
    }
    speech.say_to(end, spoken);
    return true;
  }
  // "RTX 4090": a model; "USB 3.0" and "Windows 11" are read like any number.
  const char32_t next = right_of(text, end);
  const bool goes_on = (next == U'.' || next == U',' || next == U'/' || next == U':' || is_dash(next)) &&
                       is_digit(right_of(text, end + 1));
  if (digits.size() < 3 || digits.ends_with("00") || goes_on || next == U'%' || is_latin(next)) return false;
  if (!measure_at(text, end).empty() || unit_at(text, skip_blanks(text, end))) return false;
  speech.say_to(end, say_digits(digits));
  return true;
}

bool number_latin(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const auto number = number_at(text, at);
  if (!number || is_digit(left_of(text, at)) || !is_latin(right_of(text, number->end)) || number->grouped)
    return false;
  if (ends(text, at, "V/") && right_of(text, number->end) == U'A' &&
      !is_latin(right_of(text, number->end + 1))) {
    speech.say_to(number->end, say_count(*number));  // 5V/3A
    speech.say_to(number->end + 1, "安");
    return true;
  }
  constexpr std::string_view ordinals[] = {"st", "nd", "rd", "th"};
  const std::size_t suffix = number->end + word_at(text, number->end, ordinals).size();
  if (suffix > number->end && !is_latin(right_of(text, suffix)) && number->fraction.empty()) {
    speech.say_to(suffix, "第" + say_cardinal(number->integer));
    return true;
  }
  constexpr std::string_view amounts[] = {"KB", "MB", "GB", "TB", "PB", "K", "M", "G", "T"};  // 256GB
  const std::string_view amount = word_at(text, number->end, amounts);
  const bool counted = !amount.empty() && !is_latin(right_of(text, number->end + amount.size()));
  if (counted) {  // 50MB/s
    const std::size_t slash = number->end + amount.size();
    const auto per = per_at(text, slash);
    if (per) {
      speech.say_to(number->end, "每" + per->name + say_number(*number));
      speech.keep_to(slash);
      speech.skip_to(per->end);
      return true;
    }
  }
  const bool code = number->fraction.empty() && !counted &&
                    (is_year(number->integer) || number->has_leading_zero() ||
                     (number->integer.size() >= 3 && !number->integer.ends_with("00")));
  speech.say_to(number->end, code ? say_digits(number->integer) : say_number(*number));
  return true;
}

bool section_number(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  if (is_digit(left_of(text, at)) || left_of(text, at) == U'.') return false;
  std::size_t ends_of[9] = {};
  std::size_t parts = 0;
  for (std::size_t next = at; parts < 9;) {
    const std::string_view digits = digits_at(text, next, 5);
    if (digits.empty()) break;
    ends_of[parts++] = next + digits.size();
    if (right_of(text, next + digits.size()) != U'.') break;
    next += digits.size() + 1;
  }
  if (parts < 3) return false;
  std::size_t begin = at;
  for (std::size_t i = 0; i < parts; ++i) {
    const std::string_view digits = text.substr(begin, ends_of[i] - begin);
    const bool plain = digits.size() <= 2 && !(digits.size() == 2 && digits[0] == '0');
    speech.say_to(ends_of[i], (i > 0 ? "点" : "") + (plain ? say_cardinal(digits) : say_digits(digits)));
    begin = ends_of[i] + 1;
  }
  const std::size_t end = ends_of[parts - 1];
  const std::string_view port =
      right_of(text, end) == U':' ? digits_at(text, end + 1, 5) : std::string_view{};
  if (parts == 4 && !port.empty())
    speech.say_to(end + 1 + port.size(), "冒号" + say_digits(port));  // 192.168.0.1:8080
  return true;
}

bool number_sign(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  constexpr std::string_view signs[] = {"#", "№", "No.", "NO.", "No．"};
  const std::string_view sign = word_at(text, at, signs);
  if (sign.empty()) return false;
  const std::size_t begin = at + sign.size();
  const std::string_view digits = digits_at(text, skip_blanks(text, begin), 8);
  const std::size_t end = skip_blanks(text, begin) + digits.size();
  const bool numeral = !digits.empty() && !is_latin(right_of(text, end));
  if (sign == "#") {
    if (is_digit(left_of(text, at)) && !numeral) {
      speech.say_to(begin, "号");
      return true;
    }
    if (!numeral || end != begin + digits.size() || is_latin(left_of(text, at))) return false;
    speech.say_to(end, (digits.size() <= 2 ? say_cardinal(digits) : say_digits(digits)) + "号");
    return true;
  }
  if (!numeral || is_latin(left_of(text, at))) return false;
  speech.say_to(end, "第" + (digits.size() <= 2 ? say_cardinal(digits) : say_digits(digits)));
  return true;
}

}  // namespace langdu::rules
