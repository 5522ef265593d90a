#include <array>

#include "normalise/look.h"
#include "normalise/matchers.h"
#include "normalise/measure_words.h"
#include "normalise/number.h"
#include "normalise/units.h"

namespace langdu::rules {
namespace {

/// [sign] number [dash [sign] number]: 10, -3.8, 10-20, -5~3
struct Quantity {
  bool negative = false;
  Number first;
  std::size_t dash_end = 0;  ///< behind the dash; 0 when there is no second number
  bool second_negative = false;
  Number second;

  std::size_t end() const { return dash_end != 0 ? second.end : first.end; }
};

/// What a rule tries: both numbers, then the first alone (its unit may stand before the dash).
std::array<Quantity, 2> whole_then_first(const Quantity& whole) {
  Quantity first = whole;
  first.dash_end = 0;
  return {whole, first};
}

std::optional<Quantity> quantity_at(std::string_view text, std::size_t at) {
  Quantity quantity;
  const char32_t left = left_of(text, at);
  if (right_of(text, at) == U'-') {
    if (!is_minus(text, at)) return std::nullopt;
    quantity.negative = true;
    ++at;
  } else if (is_digit(left) || is_latin(left) ||
             (left == U'.' && at >= 2 && is_digit(left_of(text, at - 1)))) {
    return std::nullopt;
  }
  const auto first = number_at(text, at);
  if (!first) return std::nullopt;
  quantity.first = *first;
  std::size_t next = skip_dash(text, first->end);
  if (next == first->end) return quantity;
  const bool sign = right_of(text, next) == U'-';
  const std::size_t digits = right_of(text, next) == U'-' ? next + 1 : next;
  const auto second = number_at(text, digits);
  if (!second || is_percent_subtrahend(text, digits)) return quantity;
  quantity.dash_end = digits;
  quantity.second_negative = sign;
  quantity.second = *second;
  return quantity;
}

/// The rest of 2h30min or 1h20m05s, directly behind the first unit.
void say_minutes(std::string_view text, std::size_t at, Speech& speech) {
  struct Part {
    std::string_view written, name;
  };
  constexpr Part parts[] = {{"min", "分钟"}, {"m", "分"}, {"s", "秒"}};
  for (const Part& part : parts) {
    const std::string_view digits = digits_at(text, at, 2);
    const std::size_t end = at + digits.size() + part.written.size();
    if (digits.empty() || !starts(text, at + digits.size(), part.written) || is_latin(right_of(text, end)))
      continue;
    speech.say_to(end, say_cardinal(digits) + std::string(part.name));
    at = end;
  }
}

using Say = std::string (*)(const Number&, Zeros);

/// The pieces of a quantity: `before` is said once, `minus` for a sign, `base` (百分之) in front of each
/// number.
void say_quantity(const Quantity& quantity, std::string_view before, std::string_view minus, Say say,
                  Zeros zeros, Speech& speech, std::string_view base = {}) {
  const auto number = [&](const Number& one, bool negative) {
    return std::string(negative ? minus : "") + std::string(base) + say(one, zeros);
  };
  speech.say_to(quantity.first.end, std::string(before) + number(quantity.first, quantity.negative));
  if (quantity.dash_end == 0) return;
  speech.say_to(quantity.dash_end, "到");
  speech.say_to(quantity.second.end, number(quantity.second, quantity.second_negative));
}

}  // namespace

bool percent(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const auto quantity = quantity_at(text, at);
  if (!quantity) return false;
  // 10%-20%: the first number has its own sign, the dash is a range.
  for (const Quantity& part : whole_then_first(*quantity)) {
    const std::size_t end = part.end();
    const std::size_t sign = skip_blanks(text, end);
    const char32_t code = right_of(text, sign);
    if (code != U'%' && code != U'‰') continue;
    const std::size_t behind = sign + rune_at(text, sign).size;
    const std::string_view base = code == U'%' ? "百分之" : "千分之";
    const auto per = per_at(text, behind);
    if (per) {  // 1.2%/年
      say_quantity(part, "每" + per->name, "负", say_number, Zeros::strip, speech, base);
      speech.skip_to(per->end);
      return true;
    }
    if (code == U'%' && part.dash_end == 0 && !part.negative && part.first.integer == "100" &&
        part.first.fraction.empty()) {
      speech.say_to(behind, "百分之百");
      return true;
    }
    say_quantity(part, "", "负", say_number, Zeros::strip, speech, base);
    speech.skip_to(behind);
    return true;
  }
  return false;
}

bool temperature(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const auto quantity = quantity_at(text, at);
  if (!quantity) return false;
  struct Scale {
    std::string_view written, name;
  };
  constexpr Scale scales[] = {
      {"℃", "摄氏度"}, {"°C", "摄氏度"}, {"°c", "摄氏度"}, {"℉", "华氏度"}, {"°F", "华氏度"}};
  for (const Quantity& part : whole_then_first(*quantity)) {
    const std::size_t sign = skip_blanks(text, part.end());
    for (const Scale& scale : scales) {
      if (!starts(text, sign, scale.written)) continue;
      const bool said = ends(text, at, "零下");  // 零下-5℃
      const std::size_t end = sign + scale.written.size();
      const auto per = per_at(text, end);  // 5℃/min
      say_quantity(part, per ? "每" + per->name : "", said ? "" : "零下", say_number, Zeros::strip, speech);
      speech.say_to(per ? per->end : end, scale.name);
      return true;
    }
  }
  return false;
}

bool money(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  struct Currency {
    std::string_view written, name;
  };
  constexpr Currency currencies[] = {{"¥", "元"},        {"$", "美元"},   {"€", "欧元"},   {"£", "英镑"},
                                     {"₩", "韩元"},      {"₽", "卢布"}, {"₹", "卢比"},   {"US$", "美元"},
                                     {"HK$", "港元"},    {"A$", "澳元"},  {"C$", "加元"},  {"NT$", "新台币"},
                                     {"S$", "新加坡元"}, {"CN¥", "元"},   {"RMB", "元"},   {"CNY", "元"},
                                     {"USD", "美元"},    {"EUR", "欧元"}, {"GBP", "英镑"}, {"HKD", "港元"},
                                     {"JPY", "日元"},    {"AUD", "澳元"}, {"CAD", "加元"}, {"KRW", "韩元"},
                                     {"CHF", "瑞郎"},    {"JP¥", "日元"}, {"RMB¥", "元"}};
  if (is_latin(left_of(text, at))) return false;
  const Currency* currency = nullptr;
  for (const Currency& row : currencies) {
    if ((currency == nullptr || row.written.size() > currency->written.size()) &&
        starts(text, at, row.written))
      currency = &row;
  }
  if (currency == nullptr) return false;
  std::size_t begin = skip_blanks(text, at + currency->written.size());
  Quantity quantity;
  quantity.negative = right_of(text, begin) == U'-';  // ¥-500
  if (quantity.negative) ++begin;
  const auto first = number_at(text, begin);
  if (!first) return false;
  quantity.first = *first;
  const std::size_t dash = skip_dash(text, first->end);
  const auto second = dash > first->end ? number_at(text, dash) : std::nullopt;
  if (second) {
    quantity.dash_end = dash;
    quantity.second = *second;
  }
  std::size_t end = quantity.end();
  const std::string_view large = large_at(text, end);
  const auto per = per_at(text, end + large.size());
  const std::size_t name_end = end + large.size() + currency_at(text, end + large.size()).size();
  const auto named_per = per_at(text, name_end);  // ￥150元/人
  const std::string before = per ? "每" + per->name : named_per ? "每" + named_per->name : "";
  say_quantity(quantity, before, "负", say_count, Zeros::strip, speech);
  end += large.size();
  speech.keep_to(end);
  // ￥100元: the name is there already.
  const std::string_view named = currency_at(text, end);
  if (per) {
    speech.say_to(per->end, currency->name);
  } else if (named.empty()) {
    speech.say_to(end, currency->name);
  } else if (named_per) {
    speech.keep_to(name_end);
    speech.skip_to(named_per->end);
  }
  return true;
}

bool unit(const Site& site, Speech& speech) {
  const auto [text, at] = site;

  const auto quantity = quantity_at(text, at);
  if (!quantity) return false;
  for (const Quantity& part : whole_then_first(*quantity)) {
    const std::size_t large_begin = part.end();
    const std::size_t large_end = large_begin + large_at(text, large_begin).size();
    const std::size_t symbol = skip_blanks(text, large_end);
    const auto found = unit_at(text, symbol);
    if (!found) continue;
    const bool single = found->end == symbol + 1;
    const bool after_latin = is_latin(left_of(text, skip_blanks_back(text, at)));  // iPhone 5s
    constexpr std::string_view mobile[] = {"网",   "手机", "时代", "基站", "通信",
                                           "技术", "信号", "用户", "套餐"};
    const bool generation = single && text[symbol] == 'g' && !word_at(text, found->end, mobile).empty();
    constexpr std::string_view models = "shtrwVWA";  // iPhone 5s; but NaCl 9g
    const bool model = after_latin && models.find(text[symbol]) != models.npos;
    if (single && (model || generation)) continue;
    say_quantity(part, found->per, "负", say_count, Zeros::keep, speech);
    speech.keep_to(large_end);
    speech.say_to(found->end, found->name);
    if (found->name == "小时" || found->name == "分钟") say_minutes(text, found->end, speech);
    return true;
  }
  return false;
}

bool per_unit(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const auto quantity = quantity_at(text, at);
  if (!quantity) return false;
  for (const Quantity& part : whole_then_first(*quantity)) {
    const std::size_t large_begin = part.end();
    const std::size_t large_end = large_begin + large_at(text, large_begin).size();
    std::string_view measure = measure_at(text, large_end);
    if (starts(text, large_end, "转/")) measure = "转";
    const std::size_t slash = skip_blanks(text, large_end) + measure.size();
    const bool counted = !measure.empty() || large_end > large_begin;  // 2万/㎡
    const auto per = counted ? per_at(text, slash) : std::nullopt;
    if (!per) continue;
    const auto second = per_at(text, per->end);  // 50元/人/天
    const std::string both = "每" + per->name + (second ? "每" + second->name : "");
    const std::size_t last = second ? second->end : per->end;
    const bool product = left_of(text, skip_blanks_back(text, at)) == U'×';  // 0.25g×48片/瓶
    const Zeros zeros = currency_at(text, large_end).empty() ? Zeros::keep : Zeros::strip;  // 15.00元/斤
    say_quantity(part, product ? "" : both, "负", say_count, zeros, speech);
    speech.keep_to(slash);
    if (product) {
      speech.say_to(last, both);
    } else {
      speech.skip_to(last);
    }
    return true;
  }
  return false;
}

bool lone_unit(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const char32_t left = left_of(text, at);
  if (left == U'/') return false;
  if (right_of(text, at) == U'/') {  // 元/吨
    constexpr std::string_view counted[] = {"元",   "次", "人",   "吨", "公斤", "千克", "克",
                                            "毫克", "米", "公里", "升", "件",   "度",   "台"};
    const auto per = per_at(text, at);
    const bool code = is_latin(left) && at > 1 && is_digit(left_of(text, at - 1));  // 10G/月
    if (!per || (word_before(text, at, counted).empty() && !code)) return false;
    speech.say_to(per->end, "每" + per->name);
    return true;
  }
  if (is_latin(left) || is_digit(left)) return false;
  const auto found = unit_at(text, at);
  const bool sign = right_of(text, at) == U'℃' || right_of(text, at) == U'℉' || right_of(text, at) == U'°';
  if (!found || !(found->composed || sign)) return false;
  speech.say_to(found->end, found->per.empty() ? found->name : found->name + found->per);
  return true;
}

}  // namespace langdu::rules
