#include "normalise/units.h"

#include <span>

#include "normalise/look.h"

namespace langdu::rules {
namespace {

struct Row {
  std::string_view symbol;
  std::string_view name;
  std::string_view per = {};  ///< said before the number
  bool length = false;        ///< takes powers: 平方, 立方
};

// SI Brochure (9th ed.) and GB 3100-93 for the Chinese names; 公里 for km as mandarin speakers say it.
// Upper-case forms are those found on product pages. KB, MB, GB and 5A, 4K stay Latin: they are said as
// letters.
constexpr Row rows[] = {
    {"km", "公里", {}, true},
    {"KM", "公里", {}, true},
    {"Km", "公里", {}, true},
    {"dm", "分米", {}, true},
    {"m", "米", {}, true},
    {"cm", "厘米", {}, true},
    {"CM", "厘米", {}, true},
    {"mm", "毫米", {}, true},
    {"MM", "毫米", {}, true},
    {"μm", "微米", {}, true},
    {"um", "微米", {}, true},
    {"nm", "纳米", {}, true},
    {"ft", "英尺", {}, true},
    {"kg", "千克"},
    {"KG", "千克"},
    {"Kg", "千克"},
    {"g", "克"},
    {"mg", "毫克"},
    {"μg", "微克"},
    {"ug", "微克"},
    {"ng", "纳克"},
    {"t", "吨"},
    {"lb", "磅"},
    {"oz", "盎司"},
    {"L", "升"},
    {"l", "升"},
    {"ℓ", "升"},
    {"mL", "毫升"},
    {"ml", "毫升"},
    {"ML", "毫升"},
    {"dL", "分升"},
    {"dl", "分升"},
    {"μL", "微升"},
    {"cc", "毫升"},
    {"ha", "公顷"},
    {"hm²", "公顷"},
    {"hm2", "公顷"},
    {"h", "小时"},
    {"min", "分钟"},
    {"s", "秒"},
    {"ms", "毫秒"},
    {"μs", "微秒"},
    {"us", "微秒"},
    {"ns", "纳秒"},
    {"V", "伏"},
    {"kV", "千伏"},
    {"KV", "千伏"},
    {"mV", "毫伏"},
    {"W", "瓦"},
    {"kW", "千瓦"},
    {"KW", "千瓦"},
    {"MW", "兆瓦"},
    {"GW", "吉瓦"},
    {"mW", "毫瓦"},
    {"mA", "毫安"},
    {"μA", "微安"},
    {"kWh", "千瓦时"},
    {"KWh", "千瓦时"},
    {"kW·h", "千瓦时"},
    {"MWh", "兆瓦时"},
    {"GWh", "吉瓦时"},
    {"TWh", "太瓦时"},
    {"Wh", "瓦时"},
    {"mAh", "毫安时"},
    {"Ah", "安时"},
    {"Hz", "赫兹"},
    {"kHz", "千赫兹"},
    {"KHz", "千赫兹"},
    {"MHz", "兆赫兹"},
    {"GHz", "吉赫兹"},
    {"Pa", "帕"},
    {"hPa", "百帕"},
    {"kPa", "千帕"},
    {"KPa", "千帕"},
    {"MPa", "兆帕"},
    {"Mpa", "兆帕"},
    {"kN", "千牛"},
    {"N·m", "牛米"},
    {"Nm", "牛米"},
    {"J", "焦"},
    {"kJ", "千焦"},
    {"KJ", "千焦"},
    {"cal", "卡"},
    {"kcal", "千卡"},
    {"Kcal", "千卡"},
    {"mol", "摩尔"},
    {"mmol", "毫摩尔"},
    {"μmol", "微摩尔"},
    {"nmol", "纳摩尔"},
    {"pmol", "皮摩尔"},
    {"Ω", "欧姆"},
    {"kΩ", "千欧"},
    {"MΩ", "兆欧"},
    {"dB", "分贝"},
    {"db", "分贝"},
    {"lm", "流明"},
    {"lx", "勒克斯"},
    {"cd", "坎德拉"},
    {"Bq", "贝克勒尔"},
    {"Sv", "希沃特"},
    {"mSv", "毫希沃特"},
    {"μSv", "微希沃特"},
    {"eV", "电子伏"},
    {"mmHg", "毫米汞柱"},
    {"IU", "国际单位"},
    {"px", "像素"},
    {"bp", "个基点"},
    {"BP", "个基点"},
    {"bps", "比特", "每秒"},
    {"kbps", "千比特", "每秒"},
    {"Kbps", "千比特", "每秒"},
    {"Mbps", "兆比特", "每秒"},
    {"Gbps", "吉比特", "每秒"},
    {"Tbps", "太比特", "每秒"},
    {"rpm", "转", "每分钟"},
    {"mph", "英里", "每小时"},
    {"fps", "帧", "每秒"},
    {"ppm", {}, "百万分之"},
    {"ppb", {}, "十亿分之"},
    {"r", "转"},
    {"w", "万"},
    {"m/s²", "米每二次方秒"},
    {"m/s2", "米每二次方秒"},
    {"CNY", "元"},
    {"RMB", "元"},
    {"USD", "美元"},
    {"EUR", "欧元"},
    {"GBP", "英镑"},
    {"JPY", "日元"},
    {"HKD", "港元"},
    {"℃", "摄氏度"},
    {"°C", "摄氏度"},
    {"°c", "摄氏度"},
    {"℉", "华氏度"},
    {"°F", "华氏度"},
};

// What stands behind the slash of 元/吨, 次/天, 人/组.
constexpr std::string_view hanzi_units[] = {
    "月",     "年",   "天",       "日",       "小时",   "时",   "分钟", "分",   "秒",   "周",   "人",
    "次",     "吨",   "斤",       "公斤",     "千克",   "克",   "毫克", "米",   "厘米", "公里", "千米",
    "平方米", "平米", "平方公里", "平方千米", "立方米", "立方", "方",   "亩",   "公顷", "股",   "桶",
    "升",     "毫升", "度",       "千瓦时",   "件",     "个",   "台",   "套",   "辆",   "户",   "家",
    "张",     "份",   "本",       "只",       "头",     "箱",   "盒",   "瓶",   "包",   "袋",   "片",
    "页",     "间",   "间夜",     "位",       "组",     "班",   "队",   "车",   "课",   "节",   "课时",
    "学时",   "场",   "晚",       "夜",       "支",     "条",   "块",   "棵",   "株",   "根",   "粒",
    "杯",     "碗",   "盎司",     "磅",       "学期",   "季",   "季度", "学年", "人次", "车次", "科",
    "门",     "项",   "处",       "座",       "栋",     "平方", "转",   "公升", "枚",   "艘",   "架",
    "半天",   "半年", "罐",       "听",       "壶",     "双",   "顿",   "餐",   "卷",   "提",   "板",
    "两",     "期",   "集",       "票",       "标准箱",
};

const Row* row_at(std::string_view text, std::size_t at) {
  const Row* best = nullptr;
  if (at >= text.size() || is_hanzi(right_of(text, at))) return nullptr;
  for (const Row& row : rows) {
    if (row.symbol.front() != text[at] || (best != nullptr && row.symbol.size() <= best->symbol.size()))
      continue;
    if (starts(text, at, row.symbol)) best = &row;
  }
  return best;
}

/// A unit symbol with its power.
struct Simple {
  std::size_t end = 0;
  std::string name;
  std::string_view per;
  bool power = false;
};

std::optional<Simple> simple_at(std::string_view text, std::size_t at) {
  const Row* row = row_at(text, at);
  if (row == nullptr) return std::nullopt;
  Simple simple{at + row->symbol.size(), std::string(row->name), row->per, false};
  struct Power {
    std::string_view written, name;
  };
  constexpr Power powers[] = {{"²", "平方"}, {"2", "平方"}, {"^2", "平方"},
                              {"³", "立方"}, {"3", "立方"}, {"^3", "立方"}};
  for (const Power& power : powers) {
    const std::size_t end = simple.end + power.written.size();
    if (!row->length || !starts(text, simple.end, power.written) || is_digit(right_of(text, end))) continue;
    simple.end = end;
    simple.name = std::string(power.name) + simple.name;
    simple.power = true;
    break;
  }
  const char32_t next = right_of(text, simple.end);
  const bool clock = row->symbol == "h" || row->symbol == "min";  // 2h30min
  if (is_latin(next) || (is_digit(next) && !clock)) return std::nullopt;
  return simple;
}

/// The 500g of 元/500g, the 100mL of g/100mL: round amounts; not the 50Hz of 220V/50Hz.
std::optional<PerUnit> amount_at(std::string_view text, std::size_t at) {
  struct Amount {
    std::string_view written, spoken;
  };
  constexpr Amount amounts[] = {
      {"10", "十"}, {"50", "五十"}, {"100", "一百"}, {"500", "五百"}, {"1000", "一千"}};
  constexpr std::string_view units[] = {"g", "kg", "mL", "ml", "L", "km", "克", "毫升", "公里", "斤"};
  const std::string_view digits = digits_at(text, at, 4);
  for (const Amount& amount : amounts) {
    if (digits != amount.written || word_at(text, at + digits.size(), units).empty()) continue;
    const auto unit = simple_at(text, at + digits.size());
    if (unit) return PerUnit{unit->end, std::string(amount.spoken) + unit->name};
    const std::string_view hanzi = word_at(text, at + digits.size(), hanzi_units);
    if (!hanzi.empty())
      return PerUnit{at + digits.size() + hanzi.size(), std::string(amount.spoken) + std::string(hanzi)};
  }
  return std::nullopt;
}

}  // namespace

std::optional<PerUnit> per_at(std::string_view text, std::size_t slash) {
  if (right_of(text, slash) != U'/') return std::nullopt;
  const std::string_view word = word_at(text, slash + 1, hanzi_units);
  constexpr std::string_view not_units[] = {"人民", "人大", "人才", "日元", "日本",
                                            "天津", "天气", "年度", "年级", "月球"};
  const bool other = word_at(text, slash + 1, not_units).size() > word.size();
  if (!word.empty() && !other) {
    const std::string_view full = word == "分" ? "分钟" : word == "时" ? "小时" : word;
    return PerUnit{slash + 1 + word.size(), std::string(full)};
  }
  if (const auto amount = amount_at(text, slash + 1)) {
    // 50ml/100ml, 5公里/10公里: two sizes, no rate.
    const std::size_t size = amount->end - slash - 1 - digits_at(text, slash + 1, 4).size();
    if (ends(text, slash, text.substr(amount->end - size, size))) return std::nullopt;
    return amount;
  }
  const auto unit = simple_at(text, slash + 1);
  if (!unit || !unit->per.empty()) return std::nullopt;
  return PerUnit{unit->end, unit->name};
}

std::optional<Unit> unit_at(std::string_view text, std::size_t at) {
  const auto simple = simple_at(text, at);
  if (!simple) return std::nullopt;
  Unit unit{simple->end, std::string(simple->per), simple->name, simple->power};
  const auto per = per_at(text, unit.end);
  if (per && unit.per.empty()) {
    unit.per = "每" + per->name;
    unit.end = per->end;
    unit.composed = true;
  }
  return unit;
}

}  // namespace langdu::rules
