#include "pinyin/neutral.h"

#include <algorithm>
#include <array>

#include "text/characters.h"

namespace langdu {
namespace {

using C = LightCase;

/// Verbs of one hanzi that are doubled to say "a little". Not 天天, 慢慢, 数数 (count numbers), 匆匆.
constexpr std::u32string_view doubled_verbs =
    U"看试想听走坐写读说问谈讲聊找查改算尝闻摸玩学练用穿洗擦扫收管帮陪劝哄睡歇逛跑跳动笑哭骂挑选比考猜瞧认养"
    U"喂买卖"
    U"换修补敲拍推拉抬搬弄搞评求碰拖踢唱抄翻理议尽";

bool is_doubled(const C& c) { return c.hanzi(-1) != 0 && c.hanzi(-1) == c.hanzi(0); }

/// 打打闹闹, 说说笑笑: both halves keep their tones.
bool in_double_pair(const C& c) {
  const bool after = c.hanzi(1) != 0 && c.hanzi(1) == c.hanzi(2);
  const bool before = c.hanzi(-2) != 0 && c.hanzi(-2) == c.hanzi(-3);
  return after || before || c.hanzi(1) == c.hanzi(0) || c.hanzi(-2) == c.hanzi(0);
}

constexpr std::array rules = {
    LightRule{"doubled-verb", "看看, 试试看: the second half of a doubled verb",
              [](const C& c) {
                if (!is_doubled(c) || !one_of(c.hanzi(0), doubled_verbs) || in_double_pair(c)) return false;
                return c.ends(2) || (c.ends(1) && c.text.tokens[c.token - 1].size == 1) ||
                       (c.word().size == 3 && c.i == c.word().begin + 1 && c.hanzi(1) == U'看');
              }},
    LightRule{"inside-place", "手里, 家里, 哪里: 里 behind a place; not 公里, 邻里, 故里",
              [](const C& c) {
                return c.hanzi(0) == U'里' && c.ends(2) &&
                       one_of(c.hanzi(-1), U"手哪这那家心屋眼夜城村店嘴怀车山河房院肚锅庙宫");
              }},
    LightRule{"inside-noun", "院子里, 盒子里: 里 behind a noun with a suffix",
              [](const C& c) {
                return c.hanzi(0) == U'里' && c.ends(1) && one_of(c.hanzi(-1), U"子头") &&
                       c.hanzi(1) != U'面';
              }},
    LightRule{"on-noun", "桌子上, 石头上: 上 behind a noun with a suffix",
              [](const C& c) {
                return c.hanzi(0) == U'上' && c.ends(1) && one_of(c.hanzi(-1), U"子头") &&
                       !one_of(c.hanzi(1), U"面来去下班课学市台场网");
              }},
};

bool may_be_light(const HanziText& text, std::uint32_t i) {
  const char32_t code = text.codes[i];
  if (code != U'里' && code != U'上' && (!text.joined(i) || text.codes[i - 1] != code)) return false;
  return text.syllables[i] && !is_corrected(text.origin[i]);
}

}  // namespace

char32_t LightCase::hanzi(int distance) const { return text.near(i, distance); }

bool LightCase::ends(std::size_t size) const {
  return word().size == size && i + 1 == word().begin + word().size;
}

std::span<const LightRule> light_rules() { return rules; }

void apply_neutral_tone(HanziText& text) {
  for (std::size_t t = 0; t < text.tokens.size(); ++t) {
    const Token& token = text.tokens[t];
    for (std::uint32_t i = token.begin; i < token.begin + token.size; ++i) {
      if (!may_be_light(text, i)) continue;
      const LightCase c{text, t, i};
      if (std::any_of(rules.begin(), rules.end(), [&](const LightRule& rule) { return rule.applies(c); })) {
        text.syllables[i]->tone = 5;
      }
    }
  }
}

}  // namespace langdu
