#include "normalise/look.h"
#include "normalise/matchers.h"
#include "normalise/measure_words.h"
#include "normalise/number.h"

namespace langdu::rules {
namespace {

bool is_separator(char32_t code) { return code == U'-' || code == U'/' || code == U'.'; }
bool is_month(std::string_view digits) {
  return digits.size() <= 2 && small_value(digits) >= 1 && small_value(digits) <= 12;
}
bool is_day(std::string_view digits) {
  return digits.size() <= 2 && small_value(digits) >= 1 && small_value(digits) <= 31;
}
/// Years that are written without 年: 1800 to 2199.
bool is_year(std::string_view digits) {
  return digits.size() == 4 && small_value(digits) >= 1800 && small_value(digits) < 2200;
}

std::string say_month_day(std::string_view month, std::string_view day) {
  return say_cardinal(month) + "月" + say_cardinal(day) + "日";
}

/// Whether the date [.., end) is one: no digit, letter or further separator goes on.
bool closed(std::string_view text, std::size_t end) {
  const char32_t next = right_of(text, end);
  return !is_digit(next) && next != U'%' && !(is_separator(next) && is_digit(right_of(text, end + 1)));
}

bool opened(std::string_view text, std::size_t at) {
  const char32_t left = left_of(text, at);
  return !is_digit(left) && !is_latin(left) && left != U'.' && left != U'/' && left != U',';
}

struct Fields {
  std::string_view first, second, third;
  char32_t separator = 0;
  std::size_t end = 0;
};

/// Two or three digit fields with one and the same separator.
Fields fields_at(std::string_view text, std::size_t at) {
  Fields fields;
  fields.first = digits_at(text, at, 4);
  fields.end = at + fields.first.size();
  fields.separator = right_of(text, fields.end);
  if (fields.first.empty() || !is_separator(fields.separator)) return {};
  fields.second = digits_at(text, fields.end + 1, 4);
  if (fields.second.empty()) return {};
  fields.end += 1 + fields.second.size();
  if (right_of(text, fields.end) != fields.separator) return fields;
  fields.third = digits_at(text, fields.end + 1, 4);
  if (!fields.third.empty()) fields.end += 1 + fields.third.size();
  return fields;
}

}  // namespace

namespace {

/// 日期：20231210, 生产日期20231210: eight digits that are called a date.
bool compact_date(std::string_view text, std::size_t at, Speech& speech) {
  constexpr std::string_view words[] = {"日期",  "时间",   "生日",  "日期：", "日期:", "时间：",
                                        "时间:", "生日：", "生日:", "日期为", "日期是"};
  const std::string_view digits = digits_at(text, at);
  if (digits.size() != 8 || word_before(text, at, words).empty()) return false;
  const auto year = digits.substr(0, 4), month = digits.substr(4, 2), day = digits.substr(6, 2);
  if (!is_year(year) || !is_month(month) || !is_day(day)) return false;
  speech.say_to(at + digits.size(), say_digits(year) + "年" + say_month_day(month, day));
  return true;
}

}  // namespace

bool date(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  if (compact_date(text, at, speech)) return true;
  const Fields fields = fields_at(text, at);
  if (fields.third.empty() || !opened(text, at) || is_digit(right_of(text, fields.end))) return false;
  std::string spoken;
  if (is_year(fields.first) && is_month(fields.second) && is_day(fields.third)) {
    spoken = say_digits(fields.first) + "年" + say_month_day(fields.second, fields.third);
  } else if (is_year(fields.third) && is_month(fields.first) && is_day(fields.second)) {
    spoken = say_digits(fields.third) + "年" + say_month_day(fields.first, fields.second);
  } else {
    return false;
  }
  speech.say_to(fields.end, spoken);
  // A time of day belongs to its date: no pause between them.
  const std::size_t time =
      right_of(text, fields.end) == U'T' ? fields.end + 1 : skip_blanks(text, fields.end);
  const std::string_view hour = digits_at(text, time, 2);
  if (time > fields.end && !hour.empty() && right_of(text, time + hour.size()) == U':') speech.skip_to(time);
  // 2023.12.10-12.15: the second date without its year.
  const std::size_t next = skip_dash(text, fields.end);
  if (next == fields.end) return true;
  const Fields second = fields_at(text, next);
  const bool month_day = second.third.empty() && second.separator == fields.separator &&
                         is_month(second.first) && is_day(second.second) && closed(text, second.end);
  if (!month_day) return true;
  speech.say_to(next, "到");
  speech.say_to(second.end, say_month_day(second.first, second.second));
  return true;
}

bool year_month(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const Fields fields = fields_at(text, at);
  if (fields.second.empty() || !fields.third.empty() || !opened(text, at) || !opened(text, at)) return false;
  const bool year_first = is_year(fields.first) && is_month(fields.second);
  const bool year_last = is_year(fields.second) && is_month(fields.first) && fields.first.size() == 2;
  if (!year_first && !year_last) return false;
  if (year_last) {
    if (!closed(text, fields.end)) return false;
    speech.say_to(fields.end, say_digits(fields.second) + "年" + say_cardinal(fields.first) + "月");
    return true;
  }
  // "2023.5" alone is a decimal number; in a range, and with two digits, it is a month.
  const std::size_t next = skip_dash(text, fields.end);
  const Fields second = next > fields.end ? fields_at(text, next) : Fields{};
  const bool range = is_year(second.first) && is_month(second.second) && second.third.empty() &&
                     second.separator == fields.separator;
  const bool open_end = next > fields.end && (starts(text, next, "至今") || starts(text, next, "今"));
  const bool quantity = !measure_at(text, fields.end).empty() || !large_at(text, fields.end).empty();
  if (!range && !open_end && (fields.second.size() != 2 || quantity || !closed(text, fields.end)))
    return false;
  speech.say_to(fields.end, say_digits(fields.first) + "年" + say_cardinal(fields.second) + "月");
  if (!range) return true;
  speech.say_to(next, "到");
  speech.say_to(second.end, say_digits(second.first) + "年" + say_cardinal(second.second) + "月");
  return true;
}

bool month_day(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const Fields fields = fields_at(text, at);
  const bool padded = fields.first.size() == 2 && fields.second.size() == 2 && fields.first.front() == '0';
  if (!padded || !fields.third.empty() || !opened(text, at) || !closed(text, fields.end)) return false;
  if (!is_month(fields.first) || !is_day(fields.second) || is_latin(right_of(text, fields.end))) return false;
  if (left_of(text, at) == U'-' || !measure_at(text, fields.end).empty()) return false;
  speech.say_to(fields.end, say_month_day(fields.first, fields.second));
  return true;
}

namespace {

/// The years of a life in brackets, before those that are_year() knows: 苏轼（1037—1101）. Says them and
/// returns true.
bool life_years(std::string_view text, std::size_t at, Speech& speech) {
  const char32_t left = left_of(text, at);
  if (left != U'（' && left != U'(') return false;
  const std::string_view first = digits_at(text, at, 4);
  const std::size_t end = at + first.size();
  std::size_t next = skip_dash(text, end);
  if (starts(text, end, "年")) next = skip_dash(text, end + std::string_view("年").size());
  const std::string_view second = digits_at(text, next, 4);
  const std::size_t last = next + second.size();
  constexpr int longest_life = 120;
  const int length = small_value(second) - small_value(first);
  const bool years = first.size() >= 3 && second.size() >= 3 && length > 0 && small_value(second) < 2100;
  const char32_t right = right_of(text, last);
  if (next == end || !years ||
      (right != U'）' && right != U')' && right != U'年' && right != U'，' && right != U','))
    return false;
  if (right == U',' && is_digit(right_of(text, last + 1))) return false;
  // 李白（701—762），字太白; but 血压（120—180）.
  constexpr std::string_view signs[] = {"），字", "），号", "），名", "），汉",
                                        "），唐", "），隋", "),字",   ")，字"};
  // 明清时期（1368—1911年）; but 树龄（200-300年）, 热量（1200-1300）.
  const bool life = !word_at(text, last, signs).empty() && length < longest_life;
  const bool named =
      starts(text, end, "年") && starts(text, last, "年") && length < longest_life;  // 701年—762年
  const bool era = named || (starts(text, last, "年") && first.size() == 4);
  const bool lone =
      first.size() == 4 && length < longest_life && length % 100 != 0 && (small_value(first) % 100 != 0);
  if (!life && !era && !lone) return false;
  speech.say_to(end, say_digits(first));
  speech.say_to(next, starts(text, end, "年") ? "年到" : "到");
  speech.say_to(last, say_digits(second));
  return true;
}

}  // namespace

bool year_span(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  if (life_years(text, at, speech)) return true;
  const std::string_view first = digits_at(text, at, 4);
  if (!is_year(first) || !opened(text, at)) return false;
  const std::size_t end = at + 4;
  const bool slash = right_of(text, end) == U'/';
  const std::size_t next = slash ? end + 1 : skip_dash(text, end);
  const std::string_view second = digits_at(text, next, 4);
  if (next == end || second.empty()) return false;
  const std::size_t last = next + second.size();
  constexpr std::string_view periods[] = {"赛季", "学年", "财年", "年度", "雪季", "年"};
  const bool named = !word_at(text, last, periods).empty();
  const bool short_second = second.size() == 2 && named && !is_month(second);
  const bool full =
      is_year(second) && second > first && closed(text, last) && (named || measure_at(text, last).empty());
  if (!short_second && !full) return false;
  speech.say_to(end, say_digits(first));
  speech.say_to(next, "到");
  speech.say_to(last, say_digits(second));
  return true;
}

namespace {

/// Whether the two digits before 年 are a year: 86年8月, 从98年, 95年出生.
bool is_short_year(std::string_view text, std::size_t at, std::size_t end, std::string_view digits) {
  const std::size_t after = end + std::string_view("年").size();
  const std::string_view month = digits_at(text, after, 2);
  if (!month.empty() && starts(text, after + month.size(), "月")) return true;
  constexpr std::string_view from[] = {"从", "自", "于", "在", "'", "’", "‘"};
  constexpr std::string_view born[] = {"出生", "生人", "版",   "款",   "产",     "初",
                                       "底",   "夏",   "冬",   "毕业", "高考",   "参军",
                                       "入伍", "入党", "抗洪", "洪水", "世界杯", "奥运"};
  constexpr std::string_view lengths[] = {"产权",   "产业", "初心", "初衷", "底薪", "底蕴", "春秋",
                                          "毕业生", "内",   "里",   "间",   "前",   "后",   "来",
                                          "中",     "的",   "以",   "之",   "期间", "左右"};
  if (!word_at(text, after, lengths).empty()) return ends(text, at, "生于") || left_of(text, at) == U'\'';
  const bool old = small_value(digits) >= 40 || digits.front() == '0';
  return old && (!word_before(text, at, from).empty() || !word_at(text, after, born).empty());
}

/// Whether the four digits are the name of a year, with 年 behind them or without.
bool is_full_year(std::string_view text, std::size_t end, std::string_view digits) {
  const int value = small_value(digits);
  if (starts(text, end, "年")) {
    constexpr std::string_view lengths[] = {
        "年历史",   "年的历史", "年前",     "年来",     "年以来",   "年以上", "年的发展", "年的文化",
        "年的传统", "年的时间", "年的积淀", "年的岁月", "年的风雨", "年文明", "年之久",   "年多"};
    constexpr std::string_view having[] = {"有", "了", "近", "约", "达", "过"};
    const bool length =
        value == 2000 && (!word_at(text, end, lengths).empty() ||
                          (starts(text, end, "年的") && !word_before(text, end - 4, having).empty()));
    return value > 1000 && value < 2200 && !length;
  }
  if (value < 1900 || value > 2099 || value == 2000) return false;
  constexpr std::string_view editions[] = {"届", "级", "版", "款", "赛季", "财年", "学年"};
  if (!word_at(text, end, editions).empty()) return true;
  const char32_t next = right_of(text, end);
  const bool number_goes_on =
      (next == U'.' || next == U',' || next == U':' || next == U'/' || next == U'-') &&
      is_digit(right_of(text, end + 1));
  return !number_goes_on && measure_at(text, end).empty() && large_at(text, end).empty() && next != U'%' &&
         next != U'+' && next != U'×' && next != U'=' && !is_latin(next) && next != 0x2103;
}

}  // namespace

bool year(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const std::string_view digits = digits_at(text, at, 4);
  const std::size_t end = at + digits.size();
  const char32_t left = left_of(text, at);
  constexpr std::string_view parts[] = {"月", "日", "时"};
  if (digits.size() == 2 && digits.front() == '0' && digits != "00" && !is_digit(left) && !is_latin(left) &&
      left != U'.' && !word_at(text, end, parts).empty()) {  // 02月, 08时
    speech.say_to(end, say_cardinal(digits));
    return true;
  }
  if (digits.size() == 2 && digits[0] >= '7' && starts(text, end, "版") && left != U'了' &&
      (is_boundary(left) || is_hanzi(left)) && left != U'第') {  // 87版《红楼梦》
    speech.say_to(end, say_digits(digits));
    return true;
  }
  if (digits.size() < 2 || is_digit(left) || is_latin(left) || left == U'.' || left == U'¥' || left == U'$')
    return false;
  const bool named = starts(text, end, "年");
  constexpr std::string_view eras[] = {"公元", "公元前"};
  bool is_name = digits.size() == 4 && is_full_year(text, end, digits);
  is_name = is_name || (named && digits.size() == 2 && is_short_year(text, at, end, digits));
  const bool of_an_era = ends(text, at, "年（") || ends(text, at, "年(");  // 贞观19年（645年）
  is_name = is_name || (named && digits.size() == 3 && (of_an_era || !word_before(text, at, eras).empty()));
  if (!is_name || starts(text, end, "年级")) return false;
  speech.say_to(end, say_digits(digits));
  return true;
}

bool decade(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const std::string_view year = digits_at(text, at, 4);
  if (year.size() == 4 && year[3] == '0' && (year.starts_with("19") || year.starts_with("20")) &&
      right_of(text, at + 4) == U's' && !is_latin(right_of(text, at + 5)) && !is_digit(left_of(text, at)) &&
      !is_latin(left_of(text, at)) && left_of(text, at) != U'.') {
    const bool named = starts(text, at + 5, "年代");
    speech.say_to(at + 5, say_digits(year) + (named ? "" : "年代"));  // 1990s
    return true;
  }
  const std::string_view digits = digits_at(text, at, 2);
  const std::size_t end = at + digits.size();
  if (digits.size() != 2 || (digits[1] != '0' && digits[1] != '5') || is_digit(left_of(text, at)))
    return false;
  const std::size_t comma = end + std::string_view("、").size();
  const bool listed =
      starts(text, end, "、") && digits_at(text, comma, 2).size() == 2 && starts(text, comma + 2, "后");
  if (!starts(text, end, "后") && !listed) return false;
  speech.say_to(end, say_digits(digits));
  return true;
}

}  // namespace langdu::rules
