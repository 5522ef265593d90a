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
    GroupRule{"ordinal", "第二十: 第 and a number",
              [](const T& text, const Token& before, const Token& after) {
                return text.codes[before.begin] == U'第' && is_number(text, after);
              }},
    GroupRule{"number", "二十三: numerals join each other",
              [](const T& text, const Token& before, const Token& after) {
                return is_number(text, before) && is_number(text, after);
              }},
    GroupRule{"measure", "三个: a number and its measure word",
              [](const T& text, const Token& before, const Token& after) {
                return is_number(text, before) && after.size == 1 && after.word_class == measure;
              }},
    GroupRule{"doubled", "读读, 想想: a hanzi said twice",
              [](const T& text, const Token& before, const Token& after) {
                return before.size == 1 && after.size == 1 && text.codes[before.begin] == text.codes[after.begin];
              }},
    GroupRule{"complement", "看出来, 走过去: a verb of one hanzi and where it leads",
              [](const T& text, const Token& before, const Token& after) {
                return before.size == 1 && is_one(before, {verb}) && is_complement(text, after);
              }},
    GroupRule{"locative", "会议中, 大楼里: a noun and a place word of one hanzi",
              [](const T& text, const Token& before, const Token& after) {
                const std::uint32_t next = after.begin + 1;
                const bool leads_on = text.joined(next) && one_of(text.codes[next], U"国来去学课面部");
                return before.size <= 3 && before.size >= 2 && is_one(before, {noun}) && !leads_on &&
                       one_hanzi(text, after, U"中内外里上下前后");
              }},
    GroupRule{"adverb", "很好, 都来: an adverb and a verb or adjective, of one hanzi each",
              [](const T& text, const Token& before, const Token& after) {
                return one_hanzi(text, before, adverbs) && after.size == 1 && is_one(after, {verb, adjective});
              }},
    GroupRule{"preposition", "对他, 把我: a preposition and a pronoun of one hanzi",
              [](const T& text, const Token& before, const Token& after) {
                return one_hanzi(text, before, prepositions) && one_hanzi(text, after, U"我你他她它您此");
              }},
};

}  // namespace

std::span<const GroupRule> group_rules() { return rules; }

}  // namespace langdu
