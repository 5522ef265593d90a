#include <algorithm>
#include <array>

#include "pinyin/third_tone.h"
#include "text/characters.h"

namespace langdu {
namespace {

using P = WordPair;
using enum WordClass;

bool is_one(const Token& token, std::initializer_list<WordClass> classes) {
  return std::find(classes.begin(), classes.end(), token.word_class) != classes.end();
}

bool mono(const Token& token) { return token.size == 1; }

bool left_mono(const P& p, std::u32string_view hanzi) { return mono(p.left) && one_of(p.first(p.left), hanzi); }
bool right_mono(const P& p, std::u32string_view hanzi) {
  return mono(p.right) && one_of(p.first(p.right), hanzi);
}

/// Adverbs, prepositions and pronouns with a third tone; the dictionary's classes of single hanzi are rough.
constexpr std::u32string_view adverbs = U"很也只总早已少永久反且挺蛮";
constexpr std::u32string_view prepositions = U"把给以往与";
constexpr std::u32string_view pronouns = U"我你";
constexpr std::u32string_view counting = U"一两几五九百每哪好多少";
constexpr std::u32string_view measures = U"把本口种点款首里米场碗脚产组朵景桶主吨顶";

constexpr std::array feet = {
    ThirdToneRule{"adverb-word", "很好, 也有, 总想: an adverb and its verb or adjective of one hanzi",
                  [](const P& p) {
                    return left_mono(p, adverbs) && mono(p.right) && is_one(p.right, {verb, adjective, adverb}) &&
                           !one_of(p.first(p.right), prepositions);
                  }},
    ThirdToneRule{"number-measure", "五本, 两点, 九百: a number and what it counts with",
                  [](const P& p) {
                    const bool counts = is_one(p.left, {number}) || one_of(p.first(p.left), counting);
                    if (counts && p.right.size == 2 && p.right_word() == U"本书") return true;  // a word: this book
                    return counts && mono(p.right) &&
                           (p.right.word_class == measure || one_of(p.first(p.right), measures) ||
                            is_hanzi_numeral(p.first(p.right)));
                  }},
    ThirdToneRule{"preposition-object", "把我, 给老李: a preposition and what it governs",
                  [](const P& p) {
                    return left_mono(p, prepositions) && p.right.size <= 2 && is_one(p.right, {pronoun, noun, name});
                  }},
    ThirdToneRule{"pronoun-verb", "我想, 你等: a pronoun of one hanzi and its verb of one hanzi",
                  [](const P& p) {
                    return left_mono(p, pronouns) && mono(p.right) && is_one(p.right, {verb}) &&
                           !one_of(p.first(p.right), prepositions);
                  }},
    ThirdToneRule{"verb-object", "买酒, 有影响, 管你: a verb of one hanzi and its object",
                  [](const P& p) {
                    return mono(p.left) && is_one(p.left, {verb}) && p.right.size <= 2 &&
                           (is_one(p.right, {noun, name, pronoun}) ||
                            (p.right.size == 2 && p.right.word_class == number) || right_mono(p, pronouns));
                  }},
    ThirdToneRule{"verb-complement", "转好, 洗好, 请起: a verb and its result",
                  [](const P& p) {
                    return mono(p.left) && is_one(p.left, {verb}) && !left_mono(p, U"有") &&
                           right_mono(p, U"好走起倒满紧死稳巧垮懂");
                  }},
    ThirdToneRule{"adjective-noun", "好酒, 老首长, 小雨: an adjective of one hanzi and its noun",
                  [](const P& p) {
                    return mono(p.left) && (is_one(p.left, {adjective}) || left_mono(p, U"好老小美古短冷主首")) &&
                           p.right.size <= 2 && is_one(p.right, {noun, name});
                  }},
};

/// Conjunctions whose first tone is the third.
bool is_conjunction(const P& p) {
  constexpr std::u32string_view words[] = {U"与", U"以及", U"以免", U"以至", U"以致", U"且",   U"只要",
                                           U"只有", U"与其", U"假如", U"尽管", U"哪怕", U"可是", U"否则"};
  return std::find(std::begin(words), std::end(words), p.right_word()) != std::end(words);
}

constexpr std::array rests = {
    ThirdToneRule{"conjunction", "领导与群众: in front of a conjunction",
                  [](const P& p) { return p.left_size >= 2 && is_conjunction(p); }},
    ThirdToneRule{"long-word", "选手百分之百: in front of a word of four hanzi or more",
                  [](const P& p) { return p.left.size >= 2 && p.right.size >= 4; }},
    ThirdToneRule{"amount", "减少五十: between a verb of two hanzi and an amount",
                  [](const P& p) {
                    return p.left.size >= 2 && is_one(p.left, {verb}) && is_one(p.right, {number}) &&
                           p.right.size >= 2;
                  }},
    ThirdToneRule{"name-behind-noun", "记者李晓波: between a noun and a name behind it",
                  [](const P& p) {
                    return p.left.size >= 2 && is_one(p.left, {noun}) && is_one(p.right, {name}) &&
                           p.right.size >= 2;
                  }},
};

constexpr std::array loose = {
    ThirdToneRule{"good-noun", "买好酒, 有好米: 好 belongs to the noun of one hanzi behind it",
                  [](const P& p) {
                    return p.left.size == 2 && p.text.codes[p.left.begin + 1] == U'好' && mono(p.right) &&
                           is_one(p.right, {noun}) && is_one(p.left, {verb, other, name, noun, adjective});
                  }},
};

constexpr std::array leans = {
    ThirdToneRule{"pronoun", "我可以, 我很好: a pronoun of one hanzi leans on what follows, not on an object verb",
                  [](const P& p) {
                    return left_mono(p, pronouns) && !one_of(p.first(p.right), prepositions) &&
                           (is_one(p.right, {verb, adverb, adjective, conjunction}) ||
                            p.first(p.right) == U'有');
                  }},
};

}  // namespace

std::span<const ThirdToneRule> foot_rules() { return feet; }
std::span<const ThirdToneRule> rest_rules() { return rests; }
std::span<const ThirdToneRule> loose_rules() { return loose; }
std::span<const ThirdToneRule> lean_rules() { return leans; }

}  // namespace langdu
