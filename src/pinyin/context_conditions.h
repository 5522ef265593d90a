#pragma once
#include <string_view>

#include "pinyin/context.h"

/// What rules for one hanzi (context_rules.cpp) ask about its surroundings, where more than one rule asks it
/// or the answer takes more than a line. All look only at the hanzi of the same run unless they say so.
namespace langdu::conditions {

/// Whether one of `set` is the hanzi next to this one.
bool before(const Context& c, std::u32string_view set);
bool after(const Context& c, std::u32string_view set);

/// Whether one of `set` stands among the `reach` hanzi before, in the same run.
bool earlier(const Context& c, std::u32string_view set, int reach);

/// Whether 了 or 过 stands behind as a word of its own: not 了解, 过去.
bool is_done(const Context& c);

/// Whether the hanzi is one of a verb said twice: 数一数, 调了调.
bool is_repeated(const Context& c);

/// Whether the hanzi is the object of a verb that stands apart from it: 理了发, 洗完发, 遭过难.
bool parted_from(const Context& c, std::u32string_view verbs);

/// Whether `hanzi` stands among the `reach` hanzi before, across the ends of runs.
bool earlier_in_list(const Context& c, char32_t hanzi, int reach);

/// 以 ... 为, where 以 is a word of its own: not 可以, 以后.
bool follows_taking(const Context& c);

/// 为 ... 所 and a verb, where 所 is not the end of a noun: not 研究所.
bool opens_passive(const Context& c);

bool behind_number(const Context& c);

/// A family name in front of what a person is called: 任老师, 被告人解某. 查某公司, 历任老师 hold none.
bool is_family_name(const Context& c);

}  // namespace langdu::conditions
