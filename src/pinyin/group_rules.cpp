#include <algorithm>
#include <array>

#include "pinyin/group.h"
#include "text/characters.h"

namespace langdu {
namespace {

using T = HanziText;
using enum WordClass;

bool is_one(const Token& token, std::initializer_list<WordClass> classes) {
  return std::find(classes.begin(), classes.end(), token.word_class) != classes.end();
}

/// A word of one hanzi that is in `set`.
bool one_hanzi(const T& text, const Token& token, std::u32string_view set) {
  return token.size == 1 && one_of(text.codes[token.begin], set);
}

bool is_number(const T& text, const Token& token) {
  for (const char32_t c : text.word(token)) {
    if (!is_hanzi_numeral(c)) return false;
  }
  return true;
}

bool is_complement(const T& text, const Token& token) {
  constexpr std::u32string_view words[] = {U"出来", U"出去", U"进来", U"进去", U"上来", U"上去", U"下来",
                                           U"下去", U"过来", U"过去", U"回来", U"回去", U"起来"};
  return std::find(std::begin(words), std::end(words), text.word(token)) != std::end(words);
}

/// The word that hanzi `i` stands in.
const Token& word_at(const T& text, std::uint32_t i) { return text.tokens[text.token_at(i)]; }

/// The last hanzi of a word, and the one before the word; 0 beyond the run.
char32_t last(const T& text, const Token& token) { return text.codes[token.begin + token.size - 1]; }
char32_t in_front(const T& text, const Token& token) { return text.near(token.begin, -1); }

/// Whether a verb of one hanzi stands right in front of `token`.
bool follows_verb(const T& text, const Token& token) {
  if (!text.joined(token.begin)) return false;
  const Token& word = word_at(text, token.begin - 1);
  return word.size == 1 && is_one(word, {verb});
}

/// 高高, 软软: a doubled hanzi.
bool is_pair(const T& text, const Token& token) {
  return token.size == 2 && text.codes[token.begin] == text.codes[token.begin + 1];
}

/// What a verb comes to, behind 得 or 不: 听得到, 站不住. 不过, 不够 and 不好 are mostly words of their own.
constexpr std::u32string_view results = U"到了动住着完成起下见懂";
/// Verbs that no result follows; 不 behind them begins something else: 会不到, 是不成.
constexpr std::u32string_view bare_verbs = U"是有会能要想应该可敢肯愿让使叫令即也";

constexpr std::u32string_view adverbs = U"很太最更都也还就才再没";
constexpr std::u32string_view prepositions = U"在从对向把被给跟为往由";

/// Two neighbouring words, and never more than six hanzi with what the group has already.
constexpr std::array rules = {
    GroupRule{"particle", "看着, 走了: a light syllable of its own leans back",
              [](const T& text, const Token&, const Token& after) {
                return after.size == 1 && text.syllables[after.begin]->tone == 5;
              }},
    GroupRule{"negation", "不干, 第一, 一个: 不, 第 and 一 lean on the word of one hanzi behind them",
              [](const T& text, const Token& before, const Token& after) {
                return after.size == 1 && one_hanzi(text, before, U"不第一");
              }},
    GroupRule{"negated-direction", "做不出来, 高兴不起来: 不 leans on where the verb in front leads",
              [](const T& text, const Token& before, const Token& after) {
                return one_hanzi(text, before, U"不") && is_complement(text, after);
              }},
    GroupRule{"ordinal", "第二十: 第 and a number",
              [](const T& text, const Token& before, const Token& after) {
                return text.codes[before.begin] == U'第' && is_number(text, after);
              }},
    GroupRule{"number", "二十三: numerals join each other",
              [](const T& text, const Token& before, const Token& after) {
                return is_number(text, before) && is_number(text, after);
              }},
    GroupRule{"year", "一九九三年, 三十五年: numerals and a word that goes on with them",
              [](const T& text, const Token& before, const Token& after) {
                if (!one_of(last(text, after), U"年月日号岁") || !is_number(text, before)) return false;
                const Token front{after.begin, static_cast<std::uint8_t>(after.size - 1)};
                return is_number(text, front);
              }},
    GroupRule{"measure", "三个: a number and its measure word",
              [](const T& text, const Token& before, const Token& after) {
                return after.size == 1 && after.word_class == measure && is_number(text, before);
              }},
    GroupRule{"doubled", "读读, 想想: a hanzi said twice",
              [](const T& text, const Token& before, const Token& after) {
                return before.size == 1 && after.size == 1 &&
                       text.codes[before.begin] == text.codes[after.begin];
              }},
    GroupRule{"repeated", "写一写, 能不能, 去没去: a hanzi said again behind 一, 不 or 没",
              [](const T& text, const Token& before, const Token& after) {
                if (before.size != 1 || !one_of(text.codes[after.begin], U"一不没")) return false;
                // Not 滴一滴, 本一本: a measure.
                if (text.codes[after.begin] == U'一' && !is_one(before, {verb})) return false;
                const char32_t verb = text.codes[before.begin];
                if (text.near(before.begin, 2) != verb || is_hanzi_numeral(verb)) return false;
                const Token& again = word_at(text, before.begin + 2);
                return again.begin + again.size == before.begin + 3;
              }},
    GroupRule{"repeated-behind-past", "想了想: a verb of one hanzi said again behind 了",
              [](const T& text, const Token& before, const Token& after) {
                return one_hanzi(text, before, U"了") && after.size == 1 && follows_verb(text, before) &&
                       in_front(text, before) == text.codes[after.begin] &&
                       text.near(after.begin, 1) != U'了';
              }},
    GroupRule{"open-question", "喜不喜欢, 知不知道: a hanzi, 不, and the whole word",
              [](const T& text, const Token& before, const Token& after) {
                if (before.size == 1 && after.size == 3 && text.codes[after.begin] == U'不') {  // 合 不合身
                  return is_one(before, {verb, adjective}) && text.syllables[before.begin]->tone != 5 &&
                         text.codes[after.begin + 1] == text.codes[before.begin];
                }
                const bool second = one_hanzi(text, before, U"不");
                const char32_t hanzi = second ? in_front(text, before) : text.codes[before.begin];
                if (!second && (before.size > 1 || !one_hanzi(text, after, U"不"))) return false;
                const std::uint32_t whole = second ? after.begin : after.begin + 1;
                if (!text.joined(whole) || text.codes[whole] != hanzi) return false;
                const Token& word = word_at(text, whole);
                return word_at(text, whole - 2).size == 1 && word.begin == whole && word.size == 2 &&
                       (is_one(word, {verb, adjective}) || text.word(word) == U"可以");
              }},
    GroupRule{"alternative", "知道不知道: the second half of the question",
              [](const T& text, const Token& before, const Token& after) {
                return one_hanzi(text, before, U"不") && after.size == 2 &&
                       text.near(before.begin, -2) != 0 &&
                       std::u32string_view(text.codes).substr(before.begin - 2, 2) == text.word(after);
              }},
    GroupRule{"said-again", "研究研究, 商量商量: a verb or adjective of two hanzi said twice",
              [](const T& text, const Token& before, const Token& after) {
                const char32_t first = text.codes[before.begin];
                const bool twice = before.size == 2 && text.word(before) == text.word(after) &&
                                   text.near(before.begin, -2) != first && text.near(after.begin, 2) != first;
                // Not 这项研究研究了 ...: the noun, and the verb of the sentence.
                return twice && !one_of(last(text, before), U"到于有要") &&
                       !one_of(text.near(after.begin, 2), U"了过") &&
                       (is_one(before, {verb, adjective}) || text.word(before) == U"商量");
              }},
    GroupRule{"in-pairs", "高高瘦瘦的: two doubled adjectives that describe together",
              [](const T& text, const Token& before, const Token& after) {
                const std::uint32_t i = after.begin;  // 瘦瘦, 瘦瘦的: one word, or two
                const bool pairs =
                    is_pair(text, before) && after.size <= 3 && text.near(i, 1) == text.codes[i];
                return pairs && is_one(before, {adjective}) && is_one(after, {adjective, other}) &&
                       one_of(text.near(i, 2), U"的地");
              }},
    GroupRule{"potential", "找不到, 站不住, 做不出来: a verb of one hanzi and what it cannot come to",
              [](const T& text, const Token& before, const Token& after) {
                if (before.size > 1 || after.size > 2 || text.codes[after.begin] != U'不') return false;
                if (!is_one(before, {verb}) || one_hanzi(text, before, bare_verbs)) return false;
                const std::uint32_t result = after.begin + 1;
                if (!text.joined(result)) return false;
                const Token& word = word_at(text, result);
                if (after.size == 1 && is_complement(text, word)) return true;
                const char32_t next = text.near(result, 1);
                return word.begin + word.size == result + 1 && one_of(text.codes[result], results) &&
                       !is_hanzi_numeral(next) && !one_of(next, U"半几");
              }},
    GroupRule{"possible", "做得完, 看得出来: the same with 得",
              [](const T& text, const Token& before, const Token& after) {
                const bool light = one_hanzi(text, before, U"得") && text.syllables[before.begin]->tone == 5;
                return light && follows_verb(text, before) &&
                       (one_hanzi(text, after, results) || is_complement(text, after));
              }},
    GroupRule{"result", "写完, 卖掉, 说清楚: a verb of one hanzi and its result",
              [](const T& text, const Token& before, const Token& after) {
                if (before.size > 1) return false;
                if (one_hanzi(text, after, U"完掉")) {
                  return is_one(before, {verb}) && !one_hanzi(text, before, bare_verbs);
                }
                if (after.size != 2 || !one_of(text.codes[after.begin], U"清明干")) return false;
                return one_hanzi(text, before, U"说看听讲问写弄搞查洗擦扫") &&
                       one_of(last(text, after), U"楚白净");
              }},
    GroupRule{"complement", "看出来, 走过去: a verb of one hanzi and where it leads",
              [](const T& text, const Token& before, const Token& after) {
                return before.size == 1 && is_one(before, {verb}) && is_complement(text, after);
              }},
    GroupRule{"locative", "会议中, 大楼里: a noun and a place word of one hanzi",
              [](const T& text, const Token& before, const Token& after) {
                if (before.size < 2 || before.size > 3 || !is_one(before, {noun})) return false;
                const char32_t next = text.near(after.begin, 1);
                return one_hanzi(text, after, U"中内外里上下前后") && !one_of(next, U"国来去学课面部");
              }},
    GroupRule{
        "adverb", "很好, 都来: an adverb and a verb or adjective, of one hanzi each",
        [](const T& text, const Token& before, const Token& after) {
          return after.size == 1 && is_one(after, {verb, adjective}) && one_hanzi(text, before, adverbs);
        }},
    GroupRule{"preposition", "对他, 把我: a preposition and a pronoun of one hanzi",
              [](const T& text, const Token& before, const Token& after) {
                return one_hanzi(text, after, U"我你他她它您此") && one_hanzi(text, before, prepositions);
              }},
};

}  // namespace

std::span<const GroupRule> group_rules() { return rules; }

}  // namespace langdu
