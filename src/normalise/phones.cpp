#include <algorithm>
#include <array>
#include <span>

#include "normalise/look.h"
#include "normalise/matchers.h"
#include "normalise/measure_words.h"
#include "normalise/number.h"
#include "normalise/units.h"

namespace langdu::rules {
namespace {

/// Behind the digit groups that stand at `at` with these lengths, joined by single hyphens or blanks
/// (`joined`: or by nothing); 0 when they do not.
std::size_t groups_end(std::string_view text, std::size_t at, std::span<const std::size_t> lengths,
                       bool joined) {
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    if (i > 0 && (right_of(text, at) == U'-' || right_of(text, at) == U' ')) {
      ++at;
    } else if (i > 0 && !joined) {
      return 0;
    }
    for (std::size_t k = 0; k < lengths[i]; ++k, ++at) {
      if (!is_digit(right_of(text, at))) return 0;
    }
  }
  return is_digit(right_of(text, at)) ? 0 : at;
}

bool is_mobile(std::string_view text, std::size_t at) {
  return right_of(text, at) == U'1' && right_of(text, at + 1) >= U'3' && is_digit(right_of(text, at + 1));
}

/// How many digits the groups of a number have; 0 ends the row.
struct Form {
  std::string_view prefix;
  bool joined;  ///< is one number without separators, too
  std::array<std::size_t, 4> groups;
};

// The numbering plan of mainland China: mobile numbers, 400 and 800 numbers, area codes of three digits (010,
// 02x) and of four.
constexpr Form forms[] = {
    {"400", false, {3, 3, 4}}, {"400", false, {3, 4, 3}}, {"400", false, {3, 7}},  {"800", false, {3, 3, 4}},
    {"800", false, {3, 4, 3}}, {"800", false, {3, 7}},    {"01", true, {3, 8}},    {"02", true, {3, 8}},
    {"01", true, {3, 4, 4}},   {"02", true, {3, 4, 4}},   {"02", true, {3, 7}},    {"0", false, {4, 7}},
    {"0", false, {4, 8}},      {"0", false, {4, 4, 4}},   {"0", false, {4, 3, 4}},
};

std::size_t phone_end(std::string_view text, std::size_t at) {
  static constexpr std::size_t mobile[] = {3, 4, 4};
  if (is_mobile(text, at)) return groups_end(text, at, mobile, true);
  if (starts(text, at, "00")) return 0;
  for (const Form& form : forms) {
    if (!starts(text, at, form.prefix)) continue;
    const auto last = std::find(form.groups.begin(), form.groups.end(), 0U);
    const std::size_t end = groups_end(text, at, {form.groups.begin(), last}, form.joined);
    if (end != 0) return end;
  }
  return 0;
}

/// Behind a number with the code of its country: +852 2345 6789, 0086-10-12345678; 0 when none stands at
/// `at`.
std::size_t international_end(std::string_view text, std::size_t at) {
  const bool plus = right_of(text, at) == U'+';
  if (!plus && !starts(text, at, "00")) return 0;
  std::size_t groups = 0;
  std::size_t digits = 0;
  std::size_t end = plus ? at + 1 : at;
  const std::string_view country = digits_at(text, plus ? at + 1 : at + 2);
  if (country.empty() || country.size() > 3 || country.front() == '0') return 0;
  if (right_of(text, (plus ? at + 1 : at + 2) + country.size() + 1) == U'0') return 0;  // 001 002 0003
  for (std::size_t next = end; groups < 5; ++groups) {
    const std::size_t size = digits_at(text, next, 11).size();
    if (size == 0) break;
    digits += size;
    end = next + size;
    next = end + 1;
    if (right_of(text, end) != U'-' && right_of(text, end) != U' ') {
      ++groups;
      break;
    }
  }
  // ITU-T E.164: fifteen digits at most.
  return groups >= 3 && digits >= 10 && digits <= 15 && !is_digit(right_of(text, end)) ? end : 0;
}

// What stands before a number that is read digit by digit. After the first kind 1 is 幺.
constexpr std::string_view phone_words[] = {
    "火警",   "匪警",     "详询",     "咨询",   "物业", "客服", "急救", "电话", "手机",
    "热线",   "拨打",     "致电",     "座机",   "固话", "传真", "尾号", "拨",   "呼叫",
    "手机号", "手机号码", "电话号码", "短信至", "总机", "专线", "分机", "转"};
constexpr std::string_view code_words[] = {
    "编号",     "号码",   "卡号",   "账号",     "帐号",   "学号",     "工号",     "证号",   "单号",
    "文号",     "代码",   "密码",   "验证码",   "邮编",   "编码",     "邮政编码", "房间号", "序列号",
    "批号",     "警号",   "身份证", "身份证号", "证件号", "车牌",     "车牌号",   "型号",   "订单号",
    "流水号",   "条码",   "条形码", "QQ",       "QQ号",   "微信",     "微信号",   "群号",   "口令",
    "股票代码", "发票号", "会议号", "航班号",   "机号",   "案号",     "档号",     "书号",   "刊号",
    "区号",     "税号",   "备案号", "合同号",   "注册号", "许可证号", "ID",       "取件码", "QQ群",
    "房间",     "端口",   "端口号", "提取码",   "兑换码", "邀请码",   "校验码",   "核销码", "分辨率"};

/// The word that introduces the number at `at`: 编号27149, 尾号是3385, 验证码：384712, 拨打“12315”.
std::string_view introduced(std::string_view text, std::size_t at, std::span<const std::string_view> words) {
  constexpr std::string_view links[] = {"是", "为", "：", ":",  "“",    "（",   "(",
                                        " ",  "\"", "号", "如", "，如", "例如", "，例如"};
  std::string_view word = word_before(text, at, words);
  for (int i = 0; i < 3 && word.empty(); ++i) {
    const std::string_view link = word_before(text, at, links);
    if (link.empty()) return {};
    at -= link.size();
    word = word_before(text, at, words);
  }
  return word;
}

bool is_quantity(std::string_view text, std::size_t end) {
  constexpr std::string_view others[] = {"平", "平米", "左右", "上下", "多", "余"};
  return !word_at(text, end, others).empty() || !measure_at(text, end).empty() ||
         !large_at(text, end).empty() || unit_at(text, skip_blanks(text, end)) || right_of(text, end) == U'%';
}

}  // namespace

bool phone(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  if (is_digit(left_of(text, at)) || is_ascii_letter(left_of(text, at))) return false;
  if (const std::size_t end = international_end(text, at); end != 0 && !is_quantity(text, end)) {
    speech.say_to(end, say_digits(text.substr(at, end - at), One::yao));
    return true;
  }
  std::size_t begin = at;
  std::string spoken;
  if (right_of(text, begin) == U'+') ++begin;
  if (starts(text, begin, "86") && (begin > at || right_of(text, begin + 2) == U'-')) {
    std::size_t after = begin + 2;
    if (right_of(text, after) == U'-' || right_of(text, after) == U' ') ++after;
    if (!is_mobile(text, after) && right_of(text, after) != U'0') return false;
    spoken = "八六";
    begin = after;
  } else if (begin > at) {
    return false;
  }
  std::size_t end = 0;
  const char32_t bracket = right_of(text, begin);
  if (bracket == U'(' || bracket == U'（') {
    const std::size_t area = begin + rune_at(text, begin).size;
    const std::string_view digits = digits_at(text, area);
    const std::size_t close = area + digits.size();
    const char32_t closing = right_of(text, close);
    if (digits.size() < 3 || digits.size() > 4 || digits.front() != '0' ||
        (closing != U')' && closing != U'）'))
      return false;
    const std::size_t local = skip_blanks(text, close + rune_at(text, close).size);
    const std::string_view number = digits_at(text, local);
    const bool parted =
        number.size() >= 3 && number.size() <= 4 && digits_at(text, local + number.size() + 1).size() == 4 &&
        (right_of(text, local + number.size()) == U' ' || right_of(text, local + number.size()) == U'-');
    if (!parted && (number.size() < 7 || number.size() > 8)) return false;
    end = local + number.size() + (parted ? 5 : 0);
  } else {
    end = phone_end(text, begin);
    if (end == 0 || is_quantity(text, end)) return false;
  }
  spoken += say_digits(text.substr(begin, end - begin), One::yao);
  speech.say_to(end, spoken);
  const std::string_view extension =
      right_of(text, end) == U'-' ? digits_at(text, end + 1, 6) : std::string_view{};
  if (!extension.empty()) speech.say_to(end + 1 + extension.size(), "转" + say_digits(extension, One::yao));
  return true;
}

bool hotline(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const std::string_view digits = digits_at(text, at, 6);
  const std::size_t end = at + digits.size();
  // Emergency and service numbers of the Ministry of Industry and Information Technology's list, and large
  // banks.
  constexpr std::string_view emergency[] = {"110", "112", "114", "119", "120", "122"};
  constexpr std::string_view service[] = {
      "10000", "10010", "10015", "10018", "10050", "10060", "10076", "10085", "10086", "10099", "11185",
      "11183", "12110", "12117", "12121", "12123", "12301", "12305", "12306", "12309", "12313", "12315",
      "12316", "12317", "12318", "12319", "12320", "12328", "12329", "12331", "12333", "12336", "12337",
      "12338", "12340", "12345", "12348", "12349", "12350", "12351", "12355", "12356", "12358", "12360",
      "12361", "12363", "12365", "12366", "12367", "12368", "12369", "12371", "12377", "12378", "12379",
      "12380", "12381", "12385", "12386", "12388", "12389", "12390", "12393", "12395", "95533", "95555",
      "95559", "95566", "95577", "95580", "95588", "95595", "95598", "95599", "95105"};
  constexpr std::string_view behind[] = {"报警", "急救",   "热线", "电话", "平台", "指挥",
                                         "接警", "接处警", "消防", "救护", "警情", "出警",
                                         "查号", "联动",   "专线", "服务", "客服", "便民"};
  constexpr std::string_view lists[] = {"110", "119", "120"};
  if (digits.empty() || is_latin(left_of(text, at)) || left_of(text, at) == U'.' ||
      left_of(text, at) == U'-' || left_of(text, at) == U'·')
    return false;
  const bool is_emergency = !word_at(digits, 0, emergency).empty() && digits.size() == 3;
  const bool is_service = !word_at(digits, 0, service).empty() && digits.size() == 5;
  const bool number_goes_on = right_of(text, end) == U'.' || right_of(text, end) == U'-' ||
                              right_of(text, end) == U':' || right_of(text, end) == U'/' ||
                              is_latin(right_of(text, end));
  if (!(is_emergency || is_service) || (is_quantity(text, end) && !starts(text, end, "台")) || number_goes_on)
    return false;
  const bool alone = at == 0 && end == text.size();
  const bool in_list = (starts(text, end, "、") && !word_at(text, end + 3, lists).empty()) ||
                       (ends(text, at, "、") && !word_before(text, at - 3, lists).empty());
  const bool named = !introduced(text, at, phone_words).empty() || (is_service && starts(text, end, "号")) ||
                     !word_at(text, end, behind).empty() || ends(text, at, "打") ||
                     (ends(text, at, "或") && at > 6 && !word_before(text, at - 3, lists).empty());
  const bool plain_service = is_service && digits != "10000" && !(alone && digits == "12345");
  if (!(named || in_list || plain_service || (alone && is_emergency))) return false;
  speech.say_to(end, say_digits(digits, One::yao));
  return true;
}

bool long_number(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  if (!digits_at(text, at).empty() || is_digit(left_of(text, at))) return false;
  std::size_t end = at;
  while (end < text.size() && is_digit(static_cast<unsigned char>(text[end]))) ++end;
  speech.say_to(end, say_digits(text.substr(at, end - at)));
  if (end - at == 17 && (right_of(text, end) == U'X' || right_of(text, end) == U'x') &&
      !is_latin(right_of(text, end + 1))) {
    speech.keep_to(end + 1);  // the check letter of an identity number (GB 11643)
  }
  return true;
}

bool grouped_digits(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  if (is_digit(left_of(text, at))) return false;
  std::size_t end = at;
  int groups = 0;
  for (std::size_t next = at; groups < 5; ++groups) {
    const std::string_view digits = digits_at(text, next, 4);
    const bool last_short = groups >= 3 && !digits.empty();
    if (digits.size() != 4 && !last_short) break;
    end = next + digits.size();
    if (right_of(text, end) != U' ') {
      ++groups;
      break;
    }
    next = end + 1;
  }
  if (groups < 3 || is_digit(right_of(text, end))) return false;
  speech.say_to(end, say_digits(text.substr(at, end - at)));
  return true;
}

bool serial(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const std::string_view digits = digits_at(text, at);
  std::size_t end = at + digits.size();
  if (digits.size() < 2 || is_digit(left_of(text, at))) return false;
  const bool phone_like = !introduced(text, at, phone_words).empty();
  if (!phone_like && introduced(text, at, code_words).empty()) return false;
  if (phone_like && digits.size() < 3) return false;
  const char32_t next = right_of(text, end);
  if (is_quantity(text, end) || next == U'×' || next == U'.' ||
      (next == U',' && digits_at(text, end + 1).size() == 3) || next == U':' || starts(text, end, "年"))
    return false;
  speech.say_to(end, say_digits(digits, phone_like ? One::yao : One::yi));
  for (int part = 0; part < 8 && right_of(text, end) == U'-'; ++part) {
    const std::string_view more = digits_at(text, end + 1);
    if (more.empty()) break;
    end += 1 + more.size();
    speech.say_to(end, (phone_like ? "" : "杠") + say_digits(more, phone_like ? One::yao : One::yi));
  }
  return true;
}

}  // namespace langdu::rules
