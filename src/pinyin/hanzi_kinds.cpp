#include "pinyin/hanzi_kinds.h"

#include <array>
#include <string_view>

namespace langdu {
namespace {

constexpr std::u32string_view foreign =
    U"阿埃艾安昂奥巴拜班邦保贝本比彼宾波伯勃博布查达戴丹当道德登迪蒂丁东杜顿多厄恩尔法范菲费芬丰弗福夫盖甘冈"
    U"高戈格根贡"
    U"古圭哈海汉豪赫亨洪胡华霍吉基加贾杰金津卡凯坎康考科柯可克肯孔库夸拉莱赖兰朗劳勒雷蕾里利莉丽连林琳隆卢鲁"
    U"伦罗洛吕马玛"
    U"迈麦曼芒毛梅门蒙米密明缪摩莫默穆拿纳娜乃南内尼涅宁纽努诺欧帕派潘庞佩蓬皮平珀浦普齐奇恰钱乔切琼让热仁日"
    U"荣茹儒瑞若撒"
    U"萨塞赛桑瑟森沙莎尚绍舍申圣施什史士舒朔斯丝思松苏索塔泰坦汤唐陶特滕提廷图托瓦万旺威韦维魏温翁沃乌伍西希"
    U"锡夏香肖谢辛休"
    U"许雅亚延扬耶叶伊因英尤雨约赞泽扎詹珍芝治朱兹佐";
constexpr std::u32string_view classical =
    U"之其曰矣乎乃遂尝授迁封兼擢诏谥卒帅兵郡刺史侍郎尚书召拜敕奏臣帝王公侯嗣吾汝尔岂焉哉耳亦皆既未若";
constexpr std::u32string_view modern = U"的了着是们在这个吗呢吧很都么她它";

constexpr char32_t first = 0x4E00;
constexpr char32_t last = 0x9FFF;

constexpr auto table = [] {
  std::array<std::uint8_t, last - first + 1> kinds{};
  for (const char32_t code : foreign) kinds[code - first] |= writes_foreign_names;
  for (const char32_t code : classical) kinds[code - first] |= classical_prose;
  for (const char32_t code : modern) kinds[code - first] |= modern_prose;
  return kinds;
}();

}  // namespace

std::uint8_t hanzi_kinds(char32_t code) { return code >= first && code <= last ? table[code - first] : 0; }

}  // namespace langdu
