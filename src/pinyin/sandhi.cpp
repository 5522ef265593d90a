#include "pinyin/sandhi.h"

#include <array>

#include "text/characters.h"

namespace langdu {
namespace {

using Case = SandhiCase;

/// 两 counts and names no digit: 两点一过 is a time.
bool is_digit_name(char32_t c) { return c != U'两' && (hanzi_digit(c) || c == U'幺'); }
bool is_number_part(char32_t c) { return c != U'两' && (is_hanzi_numeral(c) || c == U'幺'); }

/// Words on 一 in which it still counts what follows: 这一 (个), 每一 (天).
bool counts_on(const Case& c) { return one_of(c.before, U"这那哪每某任另有头前后上下凡同"); }

constexpr std::array rules = {
    SandhiRule{"yi-ordinal", "第一, 初一: the name of the number keeps its tone", U'一',
               [](const Case& c) { return one_of(c.before, U"第初"); }, 1},
    SandhiRule{"yi-digits", "一九九八, 十一, 一百一十: in a row of numerals 一 is a digit (but 一万一千)",
               U'一',
               [](const Case& c) {
                 return (c.counts && (is_digit_name(c.before) || c.before == U'十')) ||
                        is_digit_name(c.after) || (one_of(c.before, U"百千万亿") && c.after == U'十');
               },
               1},
    SandhiRule{"yi-decimal", "三点一公里: a digit behind the point (but 一点一点)", U'一',
               [](const Case& c) {
                 return c.before == U'点' && is_number_part(c.before2) && c.before2 != U'一' &&
                        !one_of(c.after, U"刻点");
               },
               1},
    SandhiRule{"yi-month", "一月: the name of a month", U'一', [](const Case& c) { return c.after == U'月'; },
               1},
    SandhiRule{"yi-day", "一月一日, 一号: the name of a day, a house, a line", U'一',
               [](const Case& c) { return c.after == U'号' || (c.after == U'日' && c.before == U'月'); }, 1},
    SandhiRule{"yi-week", "周一, 星期一: the name of a day", U'一',
               [](const Case& c) { return one_of(c.before, U"周期拜") && c.ends_word; }, 1},
    SandhiRule{"yi-word-end", "统一, 唯一, 之一: at the end of a word 一 keeps its tone", U'一',
               [](const Case& c) { return c.ends_word && !counts_on(c); }, 1},
    SandhiRule{"yi-text-end", "一 with nothing behind it keeps its tone", U'一',
               [](const Case& c) { return c.next_tone == 0; }, 1},
    SandhiRule{"yi-rises", "一样, 一万: rises before a falling tone", U'一',
               [](const Case& c) { return c.next_tone == 4; }, 2},
    SandhiRule{"yi-falls", "一天, 一年, 一百: falls before the other tones", U'一',
               [](const Case& c) { return c.next_tone != 4; }, 4},
    SandhiRule{"bu-rises", "不是: rises before a falling tone", U'不',
               [](const Case& c) { return c.next_tone == 4; }, 2},
};

/// Only the readings that sandhi is about: 不 may also be fou3. What a user says is said as it stands.
bool is_subject(const HanziText& text, std::uint32_t i) {
  const std::optional<Syllable>& syllable = text.syllables[i];
  if (!syllable || is_corrected(text.origin[i])) return false;
  return (text.codes[i] == U'一' && syllable->citation == 1) ||
         (text.codes[i] == U'不' && syllable->citation == 4);
}

}  // namespace

std::span<const SandhiRule> sandhi_rules() { return rules; }

SandhiCase sandhi_case(const HanziText& text, const Token& token, std::uint32_t i) {
  const auto hanzi = [&](std::uint32_t at, bool joined) { return joined ? text.codes[at] : U'\0'; };
  const bool has_before = text.joined(i);
  const bool has_after = text.joined(i + 1);
  SandhiCase c{};
  c.before = hanzi(i - 1, has_before);
  c.before2 = hanzi(i - 2, has_before && text.joined(i - 1));
  c.hanzi = text.codes[i];
  c.after = hanzi(i + 1, has_after);
  c.next_tone = has_after && text.syllables[i + 1] ? text.syllables[i + 1]->citation : std::uint8_t{0};
  c.counts = token.size == 1 || token.word_class == WordClass::number || token.word_class == WordClass::time;
  c.ends_word = token.size > 1 && i + 1 == token.begin + token.size;
  return c;
}

void apply_sandhi(HanziText& text) {
  for (const Token& token : text.tokens) {
    for (std::uint32_t i = token.begin; i < token.begin + token.size; ++i) {
      if (!is_subject(text, i)) continue;
      const SandhiCase c = sandhi_case(text, token, i);
      for (const SandhiRule& rule : rules) {
        if (rule.hanzi != c.hanzi || !rule.applies(c)) continue;
        text.syllables[i]->tone = rule.tone;
        break;
      }
    }
  }
}

}  // namespace langdu
