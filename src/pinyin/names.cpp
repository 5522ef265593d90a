#include "pinyin/names.h"

#include <algorithm>
#include <array>

#include "text/characters.h"

namespace langdu {
namespace {

using N = NameCase;

/// Not those that are more often another word: 万, 于, 易, 关, 何, 向, 任.
constexpr std::u32string_view families =
    U"丁乔侯俞倪傅冯凌刘卜卢卫史叶吕吴周唐夏姚姜孔孙孟宁宋尹岳崔庄庞康廖张彭徐戴施曹朱李杜杨林柯柳桂梁"
    U"梅樊欧段殷毕毛江汤汪沈洪涂温潘焦熊牛牟王甄田白石祁祝秦程章童纪罗翟耿聂肖胡芦苏苗范萧葛董蒋蔡薛袁"
    U"裴詹许谢谭谷贺贾赖赵辛邓邢邱邵邹郑郝郭金钟钱闫闵阎阮陆陈陶雷靳韩顾马骆高魏鲁黄黎龙龚";

/// Not those that are verbs or particles of their own: 有, 会, 和, 来, 进, 发.
constexpr std::u32string_view givens =
    U"世丽义乐云亨亮仁伟伦伯佳俊倩健元光克兰军冠冬凤凯刚力功勇勉勋勤华博厚友启哲嘉国坚培士壮奎姬娇娜娟"
    U"娥婉婕婷媛嫣子宇安宏宗宝宪富寿小尧山岚岩岭峥峰峻嵘巍川帅帆希平庆庚康廷建弘强彤彦彩彪彬德志忠思怡"
    U"恒恩惠慧懿承振捷敏敬文斌新旭昆昊昌明昕春昭晋晓晖晗晟晨景晶智曦朋朗朝杰松林枫柏柱栋树栩桂桐桦梁梅"
    U"梦森楚楠榕欣欧武毅永沙沛泉泓波泰泽洁洋浚浩海涛润涵淑淼滨潇澜灿炎炜炳烨焕煌煜燕玉玲珊珍珠琛琪琳琴"
    U"琼瑛瑞瑶瑾璇璐睦睿磊祥禄福秀秋策筠红绍维羽翔翠翰耀聪胜腾舒航良艳芝芬芳芸英茂茜荣荷莉莎莲莹莺菁菊"
    U"菲萃萍蓉蓓蕾薇虹裕诚谦豪贤贵超辉辰邦鑫钢钧钰铁铭铮银锋锐锦雄雅雪雯震霞静顺颖飞馥驰骁骏骥魁鸣鹏黎"
    U"黛龙";

bool in_order(std::u32string_view set, char32_t code) {
  return std::binary_search(set.begin(), set.end(), code);
}

/// What a person is called behind the name.
constexpr std::u32string_view titles_behind[] = {
    U"同志", U"先生", U"女士", U"小姐", U"太太", U"书记", U"主任", U"主席", U"总理",
    U"部长", U"局长", U"市长", U"省长", U"县长", U"镇长", U"乡长", U"校长", U"院长",
    U"厂长", U"所长", U"处长", U"科长", U"会长", U"经理", U"总裁", U"教授", U"老师",
    U"医生", U"大夫", U"院士", U"律师", U"师傅", U"博士", U"将军", U"警官"};

/// What a person is called in front of the name.
constexpr std::u32string_view titles_in_front[] = {
    U"记者", U"书记", U"主任",   U"主席", U"总理",   U"部长",   U"局长",   U"市长",   U"省长",   U"县长",
    U"镇长", U"乡长", U"村长",   U"校长", U"院长",   U"厂长",   U"所长",   U"处长",   U"科长",   U"会长",
    U"行长", U"经理", U"总裁",   U"教授", U"医生",   U"院士",   U"律师",   U"司机",   U"队长",   U"教练",
    U"司令", U"将军", U"董事长", U"作家", U"画家",   U"歌手",   U"演员",   U"导演",   U"编剧",   U"选手",
    U"民警", U"村民", U"市民",   U"居民", U"委员",   U"研究员", U"主持人", U"嫌疑人", U"被告人", U"专家",
    U"博士", U"同志", U"妻子",   U"丈夫", U"通讯员", U"负责人", U"战士",   U"秘书"};

/// What is told of a person right behind the name.
constexpr std::u32string_view reports[] = {U"表示", U"认为", U"告诉", U"介绍", U"指出", U"强调", U"透露",
                                           U"坦言", U"回忆", U"宣布", U"解释", U"补充", U"呼吁"};

template <typename Words>
bool any_begins(const N& c, const Words& words) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::u32string_view word) { return c.begins(word); });
}

bool is_titled(const N& c) {
  return std::any_of(std::begin(titles_in_front), std::end(titles_in_front),
                     [&](std::u32string_view title) { return c.ends(title); });
}

constexpr std::array rules = {
    NameRule{"some-name", "李某, 王某某说: 某 for a given name",
             [](const N& c) {
               if (c.given() != U'某') return false;
               const bool stops =
                   c.hanzi(1) == 0 || one_of(c.hanzi(1), U"的和与在说称因将自承表供已被于向并也还把到");
               return c.end - c.begin == 3 || ((c.opens() || is_titled(c)) && stops);
             }},
    NameRule{"title-in-front", "记者李小勇: behind a title",
             [](const N& c) { return c.given() != U'某' && is_titled(c); }},
    NameRule{"title-behind", "李小勇同志: in front of a title",
             [](const N& c) { return c.given() != U'某' && c.opens() && any_begins(c, titles_behind); }},
    NameRule{"report-behind", "李小勇表示: in front of what a person tells",
             [](const N& c) { return c.given() != U'某' && c.opens() && any_begins(c, reports); }},
};

/// Whether token `t` is one hanzi that nobody has corrected, right behind the token before.
bool is_single(const HanziText& text, std::size_t t) {
  return t < text.tokens.size() && text.tokens[t].size == 1 && text.syllables[text.tokens[t].begin] &&
         !is_corrected(text.origin[text.tokens[t].begin]);
}

bool goes_on(const HanziText& text, std::size_t t) {
  if (!is_single(text, t) || !text.joined(text.tokens[t].begin)) return false;
  const char32_t code = text.codes[text.tokens[t].begin];
  return (code == U'某' && text.tokens[t - 1].size == 1) || in_order(givens, code);
}

/// Whether the hanzi of token `t` may belong to a given name although it is not a common one: 记者王文妮.
bool may_be_given(const HanziText& text, std::size_t t) {
  if (!is_single(text, t) || !text.joined(text.tokens[t].begin)) return false;
  return !one_of(text.codes[text.tokens[t].begin], U"说在和与对的是也从将为向就被由称摄等则还又已给");
}

/// 李某某: the lexicon has 某某 as a word.
bool is_some(const HanziText& text, std::size_t t) {
  return t < text.tokens.size() && text.word(text.tokens[t]) == U"某某" && text.joined(text.tokens[t].begin);
}

/// 建华, 志强: a word of the lexicon that is a given name behind a family name.
bool is_given_word(const HanziText& text, std::size_t t) {
  if (t >= text.tokens.size() || text.tokens[t].size != 2 || !text.joined(text.tokens[t].begin)) return false;
  const std::uint32_t i = text.tokens[t].begin;
  return in_order(givens, text.codes[i]) && in_order(givens, text.codes[i + 1]) && text.syllables[i] &&
         text.syllables[i + 1];
}

bool is_name(const NameCase& name) {
  return std::any_of(rules.begin(), rules.end(), [&](const NameRule& rule) { return rule.applies(name); });
}

/// How many tokens from `t` on are a name; 0: none.
std::size_t name_at(const HanziText& text, std::size_t t) {
  const std::uint32_t begin = text.tokens[t].begin;
  if (text.tokens[t].size > 1 || !in_order(families, text.codes[begin]) || !is_single(text, t)) return 0;
  if (is_some(text, t + 1) || is_given_word(text, t + 1)) return is_name({text, begin, begin + 3}) ? 2 : 0;
  if (!goes_on(text, t + 1)) return 0;
  if (text.codes[begin + 1] == U'某') return is_name({text, begin, begin + 2}) ? 2 : 0;
  if (goes_on(text, t + 2)) return is_name({text, begin, begin + 3}) ? 3 : 0;  // 李小勇, not 李小
  return !may_be_given(text, t + 2) && is_name({text, begin, begin + 2}) ? 2 : 0;
}

}  // namespace

char32_t NameCase::hanzi(int distance) const {
  return distance > 0 ? text.near(end - 1, distance) : text.near(begin, distance);
}

bool NameCase::begins(std::u32string_view word) const {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (hanzi(static_cast<int>(i) + 1) != word[i]) return false;
  }
  return true;
}

bool NameCase::ends(std::u32string_view word) const {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (hanzi(-static_cast<int>(i) - 1) != word[word.size() - 1 - i]) return false;
  }
  return true;
}

bool NameCase::opens() const { return hanzi(-1) == 0 || one_of(hanzi(-1), U"和与跟对请问找让由向被把给"); }

std::span<const NameRule> name_rules() { return rules; }
std::u32string_view family_names() { return families; }
std::u32string_view given_names() { return givens; }

void join_names(HanziText& text) {
  std::vector<Token>& tokens = text.tokens;
  std::size_t kept = 0;
  for (std::size_t t = 0; t < tokens.size();) {
    const std::size_t count = std::max<std::size_t>(name_at(text, t), 1);
    Token token = tokens[t];
    if (count > 1) {
      const Token& last = tokens[t + count - 1];
      token.size = static_cast<std::uint8_t>(last.begin + last.size - token.begin);
      token.word_class = WordClass::name;
      token.slot = nullptr;
    }
    if (kept < t || count > 1) tokens[kept] = token;
    ++kept;
    t += count;
  }
  tokens.resize(kept);
}

}  // namespace langdu
