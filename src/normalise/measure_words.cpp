#include "normalise/measure_words.h"

#include <array>
#include <optional>

#include "normalise/look.h"
#include "normalise/number.h"

namespace langdu::rules {
namespace {

// Classifiers, counted nouns and units that take 两. Collected by hand from the grammar of classifiers and
// from official texts (4市1区, 3室2厅); what takes 二 is left out on purpose (月, 日, 号, 级, 楼, 班, 期, 线,
// 等, 时).
constexpr std::string_view measures[] = {
    "个",   "位",   "名",     "人",   "口",   "户",   "家",   "所",   "座",     "栋",   "幢",   "套",
    "间",   "件",   "份",     "本",   "册",   "部",   "篇",   "首",   "张",     "页",   "幅",   "支",
    "只",   "枝",   "根",     "头",   "匹",   "条",   "棵",   "株",   "朵",     "颗",   "粒",   "块",
    "片",   "滴",   "杯",     "瓶",   "碗",   "盘",   "桶",   "箱",   "盒",     "包",   "袋",   "车",
    "辆",   "架",   "艘",     "列",   "台",   "门",   "批",   "种",   "类",     "项",   "样",   "组",
    "队",   "排",   "对",     "双",   "副",   "串",   "场",   "次",   "回",     "遍",   "趟",   "顿",
    "番",   "轮",   "下",     "倍",   "成",   "角",   "毛",   "分钱", "分",     "段",   "章",   "节",
    "局",   "周",   "天",     "夜",   "晚",   "岁",   "秒",   "小时", "刻钟",   "年",   "元",   "米",
    "厘米", "毫米", "千米",   "公里", "里",   "英里", "海里", "英寸", "英尺",   "尺",   "寸",   "丈",
    "亩",   "公顷", "平方",   "立方", "克",   "千克", "公斤", "斤",   "吨",     "磅",   "升",   "毫升",
    "度",   "伏",   "瓦",     "千瓦", "兆瓦", "千",   "万",   "亿",   "省",     "市",   "县",   "区",
    "乡",   "镇",   "村",     "国",   "地",   "院",   "校",   "厂",   "大",     "者",   "党",   "岸",
    "侧",   "端",   "边",     "面",   "半",   "极",   "翼",   "税",   "股",     "笔",   "宗",   "起",
    "例",   "桩",   "处",     "道",   "代",   "届",   "批次", "星期", "礼拜",   "学期", "课时", "学时",
    "室",   "厅",   "卫",     "连冠", "步",   "圈",   "针",   "剂",   "票",     "席",   "环",   "眼",
    "声",   "枚",   "发",     "口井", "字",   "句",   "行",   "栏",   "把",     "顶",   "盏",   "扇",
    "床",   "身",   "味",     "款",   "档",   "团",   "堆",   "群",   "帮",     "伙",   "束",   "捆",
    "卷",   "棒",   "杆",     "桌",   "锅",   "壶",   "勺",   "罐",   "听",     "筐",   "担",   "缕",
    "丝",   "万亿", "美元",   "欧元", "日元", "港元", "港币", "英镑", "卢布",   "卢比", "韩元", "澳元",
    "加元", "瑞郎", "人民币", "多",   "余",   "点",   "公分", "毫克", "微米",   "纳米", "兆",   "焦",
    "帧",   "像素", "元钱",   "周年", "周岁", "个月", "字节", "微克", "毫摩尔", "千焦", "千卡", "摩尔",
};

// Words that take 两 too, but more often begin a verb or a noun: 尾号1702转账, 编号123集中. They make no
// quantity of another number.
constexpr std::string_view seldom_measures[] = {
    "科", "格", "胜", "负", "平局", "集", "则", "幕", "出", "阵", "具", "尊", "封", "通", "叠", "沓",
    "坛", "篮", "窝", "茬", "站",   "题", "任", "拨", "波", "帖", "招", "金", "银", "铜", "转", "日游"};

// Words that begin like a measure word and are none: 2年级, 二次元, 二分之一.
constexpr std::string_view not_measures[] = {
    "年级", "次元",   "次方", "次函数", "次曲线", "次供水", "次创业", "把手", "分之",   "分店",
    "分法", "极管",   "项式", "元次",   "元一次", "元二次", "人转",   "人台", "声道",   "面体",
    "道贩", "类疫苗", "年生", "下乡",   "大爷",   "级",     "季度",   "大队", "中队",   "支队",
    "小队", "团",     "院区", "分局",   "分院",   "分公司", "地块",   "车间", "类地区", "集团",
    "站台", "金属",   "银行", "具备",   "出线",   "通道",   "任职",
};

constexpr std::string_view currencies[] = {"元",   "美元",   "欧元",   "日元", "港元", "港币",
                                           "英镑", "块",     "卢布",   "韩元", "澳元", "加元",
                                           "瑞郎", "人民币", "新台币", "卢比", "角"};

constexpr std::string_view larges[] = {"万亿", "千亿", "百亿", "十亿", "亿", "千万",
                                       "百万", "十万", "万",   "千",   "百"};

// 号 never counts; a number that stands behind one of these is an ordinal.
constexpr std::string_view ordinals[] = {"第", "之"};

}  // namespace

std::string_view measure_at(std::string_view text, std::size_t at) {
  at = skip_blanks(text, at);
  if (!is_hanzi(right_of(text, at))) return {};
  const std::string_view word = word_at(text, at, measures);
  return word.empty() || word_at(text, at, not_measures).size() > word.size() ? std::string_view{} : word;
}

namespace {

/// Words that number more often than they count: 2层 and 2期 are 二, but 2层楼, 共2层, 分2期. Whether they
/// count at `at`, behind the number that begins at `begin`; nothing when no such word stands there.
std::optional<bool> counts_now_and_then(std::string_view text, std::size_t begin, std::size_t at) {
  constexpr std::string_view words[] = {"层", "期", "级", "等", "班", "室", "幢", "栋"};
  constexpr std::string_view things[] = {
      "幢楼",   "栋楼",   "栋别墅", "栋建筑", "栋教",   "栋宿",   "幢建筑",  "栋办公", "栋住",   "幢住",
      "栋房",   "幢房",   "层楼",   "层小楼", "层别墅", "层厚",   "层纱布",  "层结构", "层建筑", "层含义",
      "层意思", "层玻璃", "层塔",   "层台阶", "层薄",   "层蛋糕", "层包装",  "室一厅", "室两厅", "室1厅",
      "室2厅",  "室0厅",  "室1卫",  "级台阶", "班岗",   "班倒",   "期工程款"};
  constexpr std::string_view wholes[] = {"共", "有",   "分",   "高",   "分为", "分成", "建",
                                         "盖", "划为", "开设", "增设", "建成", "建了", "建起"};
  const std::string_view word = word_at(text, at, words);
  if (word.empty()) return std::nullopt;
  if (!word_at(text, at, things).empty()) return true;
  // 具有2级资质, 部分2级公路: a rank; 分2级, 分为2期, 共2期 count them.
  constexpr std::string_view divided[] = {"分", "分为", "分成", "划为", "共"};
  constexpr std::string_view parts[] = {"部分", "得分", "充分", "评分"};
  const bool is_rank = word == "级" || word == "期" || word == "等" || word == "班" || word == "室";
  if (is_rank) return !word_before(text, begin, divided).empty() && word_before(text, begin, parts).empty();
  return !word_before(text, begin, wholes).empty();
}

/// 由1、2组负责; 表2列出, 见图2: what stands before makes the number an ordinal.
bool numbers_in_list(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::string_view groups[] = {"组", "队", "厂", "村", "区", "院", "车间", "中队"};
  const std::size_t comma = std::string_view("、").size();
  if (ends(text, begin, "、") && begin > comma && is_digit(left_of(text, begin - comma)) &&
      !word_at(text, end, groups).empty())
    return true;
  constexpr std::string_view labels[] = {"表", "图", "例", "附件", "附表", "附图"};
  constexpr std::string_view leads[] = {"见", "如", "由", "据", "从", "在", "按", "和", "与"};
  const std::string_view label = word_before(text, begin, labels);
  const std::size_t before = begin - label.size();
  constexpr std::string_view copies[] = {"份", "张", "幅", "页", "个", "套"};
  if (!word_at(text, skip_blanks(text, end), copies).empty()) return false;
  return !label.empty() && (is_boundary(left_of(text, before)) || !word_before(text, before, leads).empty());
}

}  // namespace

bool counts(std::string_view text, std::size_t begin, std::size_t end) {
  if (!word_before(text, skip_blanks_back(text, begin), ordinals).empty()) return false;
  if (numbers_in_list(text, begin, end)) return false;
  if (const auto counting = counts_now_and_then(text, begin, skip_blanks(text, end))) return *counting;
  const std::string_view measure = measure_at(text, end);
  if (measure == "次" && ends(text, begin, "届")) return false;  // 十四届2次会议
  if (measure == "分" && (ends(text, begin, "点") || ends(text, begin, "时"))) return false;  // 10点2分
  if (!measure.empty()) return true;
  const std::size_t word = skip_blanks(text, end);
  const std::size_t seldom = word_at(text, word, seldom_measures).size();
  constexpr std::string_view verbs[] = {"则更", "集中", "集合", "出现", "出错", "出发", "负责", "转到",
                                        "转为", "通过", "胜出", "具有", "具体", "具备", "格外", "题目",
                                        "任务", "任何", "封闭", "站在", "通用", "金额"};
  const char32_t left = left_of(text, skip_blanks_back(text, begin));
  constexpr std::u32string_view nouns = U"案题骤组项据误件法元务本卷表手号目章层类型者人版式图例";
  const bool numbered = left != 0 && nouns.find(left) != nouns.npos;
  if (seldom > 0 && !numbered && word_at(text, word, verbs).empty() &&
      word_at(text, word, not_measures).size() <= seldom)
    return true;
  std::size_t next = skip_dash(text, end);
  for (const std::string_view to : {"至", "到"}) {
    if (starts(text, end, to)) next = end + to.size();
  }
  if (next == end) return false;
  const auto second = number_at(text, next);
  return second && !measure_at(text, second->end).empty();
}

bool names_door(std::string_view text, std::size_t at) {
  constexpr std::string_view doors[] = {"室", "号房", "号室", "房间"};
  return !word_at(text, at, doors).empty();
}

std::string_view currency_at(std::string_view text, std::size_t at) { return word_at(text, at, currencies); }

std::string_view large_at(std::string_view text, std::size_t at) { return word_at(text, at, larges); }

}  // namespace langdu::rules
