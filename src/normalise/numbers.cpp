#include "normalise/number.h"

#include "normalise/look.h"
#include "normalise/matchers.h"
#include "normalise/measure_words.h"
#include "normalise/units.h"
#include "text/characters.h"

namespace langdu::rules {

namespace {

/// Whether nothing that a number could count or name stands at `at`.
bool unit_free(std::string_view text, std::size_t at) {
  constexpr std::string_view others[] = {"日", "号", "强", "月", "级", "时", "班", "期", "线", "楼"};
  if (starts(text, at, "大关")) return true;  // 10秒10大关
  return word_at(text, at, others).empty() && measure_at(text, at).empty() && large_at(text, at).empty() &&
         !unit_at(text, at);
}

}  // namespace

bool number(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const auto found = number_at(text, at);
  if (!found) return false;
  if (right_of(text, at) == U'.' && (is_digit(left_of(text, at)) || is_latin(left_of(text, at))))
    return false;
  // 85折 is 8.5折, but 55折的戏; 84消毒液.
  constexpr std::string_view folds[] = {"折叠", "折线", "折页", "折弯", "折戏", "折的"};
  constexpr std::string_view whole[] = {"共", "全剧", "全本", "第"};
  if (found->fraction.empty() && found->integer.size() == 2 &&
      ((found->integer[1] != '0' && found->integer[0] >= '5' && starts(text, found->end, "折") &&
        word_at(text, found->end, folds).empty() && word_before(text, at, whole).empty()) ||
       (found->integer == "84" && starts(text, found->end, "消毒")))) {
    speech.say_to(found->end, say_digits(found->integer));
    return true;
  }
  // 9秒92, 1米83: hundredths, one by one.
  const char32_t left = left_of(text, at);
  const bool one_metre =
      left == U'米' && at > 4 && is_digit(left_of(text, at - 3)) && !is_digit(left_of(text, at - 4));
  const bool behind_number = one_metre || (left == U'秒' && at > 3 && is_digit(left_of(text, at - 3)));
  if (behind_number && found->fraction.empty() && found->integer.size() == 2 && unit_free(text, found->end)) {
    speech.say_to(found->end, say_digits(found->integer));
    return true;
  }
  if (found->has_leading_zero() && !found->grouped) {
    const std::string fraction = found->fraction.empty() ? "" : "点" + say_digits(found->fraction);
    speech.say_to(found->end, say_digits(found->integer) + fraction);
    return true;
  }
  // 141175万: the digits in front of 万 reach into 亿.
  if (found->integer.size() >= 5 && found->integer.size() <= 12 && found->fraction.empty() &&
      large_at(text, found->end) == "万") {
    speech.say_to(found->end + std::string_view("万").size(), say_cardinal(found->integer + "0000"));
    return true;
  }
  const Zeros zeros = currency_at(text, found->end).empty() ? Zeros::keep : Zeros::strip;
  const bool two = found->is_two() && counts(text, at, found->end);
  speech.say_to(found->end, two ? "两" : say_number(*found, zeros));
  return true;
}

namespace {

/// Whether two numbers with 至 or 到 between them are temperatures: the 5至3℃ of -5至3℃.
bool opens_temperatures(std::string_view text, std::size_t at) {
  const auto first = number_at(text, at);
  if (!first || !(starts(text, first->end, "至") || starts(text, first->end, "到"))) return false;
  const auto second = number_at(text, first->end + std::string_view("至").size());
  return second && (starts(text, second->end, "℃") || starts(text, second->end, "°C"));
}

}  // namespace

bool is_percent_subtrahend(std::string_view text, std::size_t at) {
  const auto number = number_at(text, at);
  return number && starts(text, number->end, "%=");
}

bool is_minus(std::string_view text, std::size_t at) {
  constexpr std::string_view currencies[] = {"¥", "$", "€", "£"};
  auto number = number_at(text, at + 1);
  if (!number)
    return !word_at(text, at + 1, currencies).empty() && !is_latin(left_of(text, at)) &&
           !is_digit(left_of(text, at));
  const char32_t left = left_of(text, at);
  constexpr std::u32string_view openers = U"(（[【〔“‘\"'《<>=≤≥≠≈+×÷±*/^~—|";
  if (is_boundary(left) || is_blank(left) || openers.find(left) != openers.npos) return true;
  if (!is_hanzi(left)) return false;
  if (number->has_leading_zero() && number->fraction.empty()) return false;
  // Behind hanzi a hyphen joins (歼-20, 1号-1) unless the hanzi lead to a value or the number is a quantity.
  constexpr std::string_view leading[] = {"地下", "是", "为", "到",   "达", "算", "了", "至", "在", "比",
                                          "和",   "与", "于", "从",   "或", "约", "低", "加", "减", "乘",
                                          "等于", "值", "数", "除以", "得", "即", "近", "过"};
  // -3~8℃: the unit stands behind the second number.
  const std::size_t second = skip_dash(text, number->end);
  const auto last = second > number->end ? number_at(text, second) : std::nullopt;
  if (last) number->end = last->end;
  const char32_t next = right_of(text, skip_blanks(text, number->end));
  return !word_before(text, at, leading).empty() || opens_temperatures(text, at + 1) ||
         !number->fraction.empty() || next == U'%' || next == U'‰' || next == U'℃' || next == U'°' ||
         unit_at(text, skip_blanks(text, number->end)).has_value();
}

bool sign(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const char32_t left = left_of(text, at);
  if (right_of(text, at) == U'+') {
    const auto number = number_at(text, at + 1);
    constexpr std::string_view changes[] = {"同比", "环比", "涨幅", "涨跌幅", "增速",
                                            "增幅", "降幅", "达",   "收益率"};
    const bool percent =
        number && right_of(text, number->end) == U'%' && !word_before(text, at, changes).empty();
    constexpr std::string_view leading[] = {"到", "至", "为", "是"};  // -3到+3
    const bool led = !word_before(text, at, leading).empty();
    if (!number || !(is_boundary(left) || is_blank(left) || percent || led)) return false;
    speech.say_to(at + 1, "正");
    return true;
  }
  if (is_minus(text, at)) {
    speech.say_to(at + 1, opens_temperatures(text, at + 1) ? "零下" : "负");
    return true;
  }
  if (!is_hanzi(left) || !is_digit(right_of(text, at + 1))) return false;
  constexpr std::string_view places[] = {"号", "楼", "栋", "座", "幢", "室", "元", "区", "编号"};
  if (word_before(text, at, places).empty() && right_of(text, at + 1) != U'0') {
    speech.skip_to(at + 1);  // 歼-20, 神舟-15
  } else {
    speech.say_to(at + 1, "杠");
  }
  return true;
}

namespace {

/// Whether another pair stands before this one in a list: 11-8、9-11和8-11.
bool in_list_of_pairs(std::string_view text, std::size_t begin) {
  constexpr std::string_view joints[] = {"、", "和", "，", "及", ","};
  const std::string_view joint = word_before(text, begin, joints);
  return !joint.empty() && is_digit(left_of(text, begin - joint.size()));
}

}  // namespace

bool is_score(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::string_view results[] = {
      "比分", "战胜", "击败", "负于", "不敌", "战平", "大胜", "险胜", "完胜", "领先", "落后", "扳平",
      "逆转", "爆冷", "取胜", "获胜", "连胜", "输给", "力克", "横扫", "告负", "赢了", "落败", "告捷",
      "胜出", "击溃", "淘汰", "局分", "夺冠", "惜败", "击退", "晋级", "半场", "首局", "主场", "客场"};
  // Both sides of a match: 中国1-2伊朗.
  constexpr std::string_view teams[] = {"中国",   "日本",     "韩国",   "伊朗",   "美国",   "英国",   "法国",
                                        "德国",   "巴西",     "阿根廷", "意大利", "西班牙", "葡萄牙", "荷兰",
                                        "英格兰", "澳大利亚", "俄罗斯", "泰国",   "越南",   "队"};
  constexpr std::string_view scores[] = {"比分", "局分", "局比"};  // and a list of them
  if (near_before(text, begin, 36, results) || near_after(text, end, 30, results) ||
      (in_list_of_pairs(text, begin) && near_before(text, begin, 110, scores)))
    return true;
  return !word_before(text, begin, teams).empty() &&
         (end == text.size() || !word_at(text, end, teams).empty());
}

bool is_compared(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::string_view ratios[] = {"比例", "配比", "稀释",   "之比",   "比为", "比是", "比约为",
                                         "比约", "比达", "师生比", "男女比", "兑水", "比值"};
  return is_score(text, begin, end) || near_before(text, begin, 24, ratios) ||
         near_after(text, end, 9, ratios);
}

bool ends_label(std::string_view text, std::size_t colon) {
  constexpr std::string_view labels[] = {"附件", "表", "图", "问题", "步骤", "例", "题", "第"};
  constexpr std::string_view not_labels[] = {"比例", "代表"};
  std::size_t begin = skip_blanks_back(text, colon);
  // Longer labels than 附件12-10 are not looked for.
  for (int i = 0; i < 6 && (is_digit(left_of(text, begin)) || left_of(text, begin) == U'-'); ++i) --begin;
  const std::size_t word = skip_blanks_back(text, begin);
  if (!word_before(text, word, labels).empty() && word_before(text, word, not_labels).empty()) return true;
  const std::size_t right = skip_blanks(text, colon + 1);
  const std::string_view digits = digits_at(text, right, 8);
  const std::size_t end = right + digits.size();
  const int value = small_value(digits);
  if (digits.size() == 4 && value >= 1900 && value < 2100 && starts(text, end, "年")) return true;
  // 2:5个, but 8:30大家集合 and 1:1对应: only words that begin no other, and no minutes.
  constexpr std::string_view measures[] = {"个", "家", "名", "位", "项", "条", "种", "件",
                                           "份", "次", "天", "年", "元", "篇", "所", "户"};
  const bool minutes = digits.size() == 2 && value < 60;
  return !digits.empty() && !minutes && !word_at(text, end, measures).empty() &&
         !is_compared(text, begin, end);
}

bool ratio(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  if (ends_label(text, at)) return false;
  const std::size_t right = skip_blanks(text, at + rune_at(text, at).size);
  if (!is_digit(left_of(text, skip_blanks_back(text, at))) || !is_digit(right_of(text, right))) return false;
  speech.say_to(right, "比");
  return true;
}

namespace {

/// The digits that end at `end`, at most four of them; empty when they belong to a decimal number or a code.
std::string_view whole_number_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < 5 && is_digit(static_cast<unsigned char>(text[begin - 1]))) --begin;
  const char32_t left = left_of(text, begin);
  const bool whole = end - begin >= 1 && end - begin <= 4 && left != U'.' && left != U',' && left != U'/';
  return whole ? text.substr(begin, end - begin) : std::string_view{};
}

/// Whether the number at `at` is taken away from what stands before: an equals sign follows.
bool is_subtrahend(std::string_view text, std::size_t at) {
  const auto number = number_at(text, at);
  return number && right_of(text, skip_blanks(text, number->end)) == U'=';
}

/// What a hyphen between two numbers is: a score, a minus, the joint of a code, or a range.
std::string_view hyphen_between(std::string_view text, std::size_t left, std::size_t right) {
  const std::string_view first = whole_number_before(text, left);
  const std::string_view second = digits_at(text, right, 4);
  const std::size_t end = right + second.size();
  const bool part = right_of(text, end) == U'.' || right_of(text, end) == U'/';
  if (is_subtrahend(text, right)) return "减";  // 20-10.8=9.2
  if (first.empty() || second.empty() || part) return "到";
  if (second.size() >= 3 && names_door(text, end)) return "杠";  // 3-201室
  // 图3-2, 附件1-1: the second number counts inside the first.
  constexpr std::string_view figures[] = {"图", "表", "式",    "附件",   "附录",
                                          "例", "题", "公式(", "公式（", "式（"};
  if (!word_before(text, left - first.size(), figures).empty()) return "杠";
  // 8:30-12:00: minutes and hours are parts of a time each.
  const std::size_t begin = left - first.size();
  const bool minutes = left_of(text, begin) == U':' && begin > 1 && is_digit(left_of(text, begin - 1));
  if (minutes || (right_of(text, end) == U':' && is_digit(right_of(text, end + 1)))) return "到";
  constexpr std::string_view points[] = {"分", "局", "球"};
  const std::string_view measure = measure_at(text, end);  // 休整3-5天 beside a score
  const bool counted =
      !measure.empty() && word_at(measure, 0, points).empty() && small_value(first) < small_value(second);
  if (!counted && is_score(text, begin, end)) return "比";
  const bool date = starts(text, end, "月") || (starts(text, end, "日") && !starts(text, end, "日本"));
  const bool unit = date || !measure_at(text, end).empty() || unit_at(text, skip_blanks(text, end)) ||
                    right_of(text, end) == U'%';
  if (small_value(first) < small_value(second) || unit) return "到";
  const bool padded = second.size() > 1 && second.front() == '0';
  return small_value(first) > 200 || padded ? "杠" : "比";
}

/// Whether the hanzi that end at `end` are a unit with a number before them: 3米, 12月, 周一, 第三.
bool is_counted(std::string_view text, std::size_t end) {
  constexpr std::string_view units[] = {"月",   "日",   "号",   "时",   "点",   "分",   "期",
                                        "级",   "楼",   "层",   "班",   "条",   "款",   "线",
                                        "月份", "世纪", "年代", "年级", "标段", "单元", "摄氏度"};
  for (int hanzi = 0; hanzi < 4; ++hanzi) {
    const char32_t left = left_of(text, end);
    if (hanzi > 0 && (is_digit(left) || is_hanzi_numeral(left) || left == U'几')) {
      return !measure_at(text, end).empty() || !word_at(text, end, units).empty();
    }
    if (!is_hanzi(left)) return false;
    if (hanzi == 0 && is_hanzi_numeral(left)) return true;
    end -= rune_before(text, end).size;
  }
  return false;
}

/// Letter and number on both sides: Q1-Q3, A1-A4.
bool is_letter_range(std::string_view text, std::size_t left, std::size_t right) {
  const std::string_view digits = whole_number_before(text, left);
  const char32_t letter = digits.empty() ? 0 : left_of(text, left - digits.size());
  return is_ascii_letter(letter) && letter == right_of(text, right) && is_digit(right_of(text, right + 1));
}

/// A Latin unit with its number: the 5km of 5km-10km.
bool ends_quantity(std::string_view text, std::size_t end) {
  const auto in_unit = [](char32_t code) { return is_latin(code) || code == U'²' || code == U'³'; };
  for (int letters = 0; letters < 4 && in_unit(left_of(text, end)); ++letters)
    end -= rune_before(text, end).size;
  return is_digit(left_of(text, end));
}

}  // namespace

bool range(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const std::size_t left_end = skip_blanks_back(text, at);
  const std::size_t right = skip_dash(text, at);
  const char32_t left = left_of(text, left_end);
  const char32_t next = right_of(text, right);
  const bool hyphen = right_of(text, at) == U'-';
  const bool single = !is_dash(right_of(text, at + rune_at(text, at).size));
  constexpr std::u32string_view quantity_ends = U"%‰℃°℉#′″";
  constexpr std::u32string_view number_starts = U"-¥$€£±≥≤.";
  const bool number_next =
      is_digit(next) ||
      (number_starts.find(next) != number_starts.npos &&
       is_digit(right_of(text, right + rune_at(text, std::min(right, text.size() - 1)).size)));
  const bool quantity_before = quantity_ends.find(left) != quantity_ends.npos && left != 0;
  std::string_view spoken;
  if (next == 0) return false;
  const auto is_roman = [](char32_t code) { return code >= U'Ⅰ' && code <= U'ⅿ'; };
  constexpr std::string_view other_day[] = {"次日", "翌日", "次年", "当日", "第二天"};
  if (hyphen && is_ascii_letter(left) && is_digit(next) && is_subtrahend(text, right)) {
    spoken = "减";  // 3x-5=10
  } else if ((is_roman(left) && is_roman(next)) ||
             (is_digit(left) && !word_at(text, right, other_day).empty())) {
    spoken = "到";  // Ⅰ～Ⅲ类, 22:00—次日6:00
  } else if (is_digit(left) && is_digit(next)) {
    spoken = hyphen ? hyphen_between(text, left_end, right) : "到";
  } else if ((is_digit(left) || quantity_before) && number_next) {
    spoken = is_percent_subtrahend(text, right) ? "减" : "到";
  } else if (is_digit(left) && is_letter_range(text, left_end, right)) {
    spoken = "到";
  } else if (!is_digit(left) && is_digit(next) && ends_quantity(text, left_end)) {
    spoken = "到";
  } else if (hyphen && (left == U'²' || left == U'³') && (is_digit(next) || is_ascii_letter(next))) {
    spoken = "减";
  } else if (is_hanzi(left) && single && is_counted(text, left_end)) {
    constexpr std::string_view starts_like[] = {"周",   "星期", "第",   "初",   "高",
                                                "次年", "翌年", "次日", "至今", "今"};
    const std::size_t digits_end = right + digits_at(text, right).size();
    const bool door = ends(text, left_end, "号") && is_digit(next) && hyphen &&
                      !starts(text, digits_end, "号") && !starts(text, digits_end, "日") &&
                      !starts(text, digits_end, "月");
    if (!number_next && !is_hanzi_numeral(next) && word_at(text, right, starts_like).empty()) return false;
    spoken = door ? "杠" : "到";
    if (starts(text, right, "至今") || starts(text, right, "今")) spoken = "";
  } else if (right_of(text, at) == U'~' && single && is_hanzi(left) && is_hanzi(next)) {
    constexpr std::u32string_view particles = U"的了呢啊呀吧哦嗯好哈嘿嘛啦噢喔哟咯么吗";
    if (particles.find(left) != particles.npos) return false;
    spoken = "到";
  } else {
    return false;
  }
  speech.say_to(right, spoken);
  return true;
}

bool equation_sign(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  struct Row {
    std::string_view written, spoken;
  };
  constexpr Row rows[] = {
      {"<=", "小于等于"}, {">=", "大于等于"}, {"!=", "不等于"}, {"==", "等于"},  {"≤", "小于等于"},
      {"≥", "大于等于"},  {"≠", "不等于"},    {"≈", "约等于"},  {"±", "正负"},   {"÷", "除以"},
      {"→", "到"},        {"∞", "无穷大"},    {"∵", "因为"},    {"∴", "所以"},   {"∈", "属于"},
      {"⊥", "垂直于"},    {"∥", "平行于"},    {"∠", "角"},      {"++", "加加"},  {"=", "等于"},
      {"+", "加"},        {">", "大于"},      {"<", "小于"},    {"×", "乘"},     {"*", "乘"},
      {"x", "乘"},        {"X", "乘"},        {"√", "根号"},    {"≡", "恒等于"}, {"∝", "正比于"},
      {"≌", "全等于"},    {"⇒", "推出"},      {"∪", "并"},      {"∩", "交"}};
  const Row* row = nullptr;
  for (const Row& candidate : rows) {
    if ((row == nullptr || candidate.written.size() > row->written.size()) &&
        starts(text, at, candidate.written))
      row = &candidate;
  }
  if (row == nullptr) return false;
  const std::size_t behind = at + row->written.size();
  const std::size_t right = skip_blanks(text, behind);
  const char32_t left = left_of(text, skip_blanks_back(text, at));
  const char32_t next = right_of(text, right);
  if (right_of(text, behind) == right_of(text, at)) return false;  // an ornament: ====, >>>, ***
  const bool number_left = is_digit(left) || left == U'%' || left == U')' || left == U'）';
  const bool number_right = is_digit(next) || next == U'(' || next == U'（' || next == U'-';
  const char32_t code = right_of(text, at);
  if (code == U'*' || code == U'x' || code == U'X') {
    const bool hexadecimal = code != U'*' && left_of(text, at) == U'0' && !is_digit(left_of(text, at - 1));
    if (!(number_left && number_right) || hexadecimal) return false;
  } else if (code == U'>' || code == U'<') {
    const bool letters = is_ascii_letter(left) && is_ascii_letter(next) &&
                         !is_latin(right_of(text, right + 1)) &&
                         !is_latin(left_of(text, skip_blanks_back(text, at) - 1));  // a > b
    const bool negative = next == U'-' && is_digit(right_of(text, right + 1));      // ＞-12℃
    if (!is_digit(next) && !negative && !is_digit(left) && !letters && row->written.size() == 1) return false;
  } else if (code == U'√') {
    if (!number_right) return false;
  } else if (code == U'×') {
    const bool names = (is_hanzi(left) || is_ascii_letter(left)) && (is_hanzi(next) || is_ascii_letter(next));
    if (!number_left && !number_right && !names) return false;
  } else if (row->written == "++") {
    if (!is_latin(left)) return false;
  } else if (code == U'=' && (is_boundary(left) || is_boundary(next))) {
    return false;
  } else if (code == U'+' && is_boundary(left)) {
    return false;
  }
  const bool more =
      code == U'+' && is_digit(left_of(text, at)) && !measure_at(text, behind).empty();  // 20+个
  speech.say_to(behind, more ? "多" : row->spoken);
  return true;
}

}  // namespace langdu::rules
