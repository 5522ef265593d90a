#include "pinyin/context_conditions.h"

#include <algorithm>

#include "text/characters.h"

namespace langdu::conditions {

using C = Context;
using enum WordClass;

bool before(const C& c, std::u32string_view set) { return one_of(c.hanzi(-1), set); }
bool after(const C& c, std::u32string_view set) { return one_of(c.hanzi(1), set); }

bool earlier(const C& c, std::u32string_view set, int reach) {
  for (int i = 1; i <= reach; ++i) {
    const char32_t hanzi = c.hanzi(-i);
    if (hanzi == 0) return false;
    if (one_of(hanzi, set)) return true;
  }
  return false;
}

bool is_done(const C& c) { return c.word_after() == U"了" || c.word_after() == U"过"; }

bool is_repeated(const C& c) {
  return (after(c, U"了一") && c.hanzi(2) == c.hanzi(0)) || (before(c, U"了一") && c.hanzi(-2) == c.hanzi(0));
}

bool parted_from(const C& c, std::u32string_view verbs) {
  return (before(c, U"了完过个") && one_of(c.hanzi(-2), verbs)) ||
         (before(c, U"个次") && one_of(c.hanzi(-2), U"了过完") && one_of(c.hanzi(-3), verbs));
}

bool earlier_in_list(const C& c, char32_t hanzi, int reach) {
  for (int i = 1; i <= reach; ++i) {
    if (c.hanzi_of_text(-i) == hanzi) return true;
  }
  return false;
}

bool follows_taking(const C& c) {
  for (int i = 2; i <= 10; ++i) {
    if (c.hanzi(-i) == 0) return false;
    if (c.hanzi(-i) != U'以') continue;
    return !one_of(c.hanzi(-i + 1), U"后便来及上下前内外致免至") &&
           !one_of(c.hanzi(-i - 1), U"可所难予得足加用借何");
  }
  return false;
}

bool opens_passive(const C& c) {
  for (int i = 2; i <= 5; ++i) {
    if (c.hanzi(i) == 0) return false;
    if (c.hanzi(i) == U'所') return c.hanzi(i + 1) != 0 && !one_of(c.hanzi(i - 1), U"究务出易诊会厕场处住");
  }
  return false;
}

bool behind_number(const C& c) { return before(c, U"一二两三四五六七八九十百千万几数半每这那哪某"); }

namespace {

/// Last hanzi of what stands in front of a full name: 董事长单志强, 经济学家仇建国.
constexpr std::u32string_view titles_end = U"长家员人民手授师生者任总士将帅记相理席";

/// Whether a person's words or deeds are told behind a given name of one or two hanzi: 仇建国认为.
bool reports_from(const C& c, int nearest, int farthest) {
  for (int i = nearest; i <= farthest; ++i) {
    if (c.hanzi(i) == 0 || one_of(c.hanzi(i), U"认表说告指介透称强回在因对向将曾是的和与")) return true;
  }
  return false;
}

}  // namespace

bool is_family_name(const C& c) {
  if (before(c, U"姓") && !one_of(c.hanzi(-2), U"百贵同异")) return true;  // 他姓曾
  constexpr std::u32string_view titles[] = {U"先生", U"老师", U"女士", U"小姐", U"太太"};
  const bool opens = c.first() || c.before_is({preposition, conjunction, verb, particle, time}) ||
                     before(c, U"和与跟对请问找是让由向被把在");
  if (after(c, U"某")) {
    const bool ends = c.hanzi(2) == 0 || one_of(c.hanzi(2), U"某的和与在说称因将自承表供被");
    return ends && (opens || c.before_is({noun}) || before(c, U"人者父母妻"));
  }
  if (c.before_is({noun}) && before(c, titles_end) && reports_from(c, 2, 3)) return true;
  if (c.first() && c.after_is({name}) && c.word_after().size() == 2) {  // 曾晓峰; but 任四川巡抚, 查宁波
    return !one_of(c.hanzi(0), U"任查解单华") || (c.hanzi(3) != 0 && reports_from(c, 3, 3));
  }
  // Offices too, but for hanzi that are verbs or places in front of them: 任主任, 查医生, 区书记.
  constexpr std::u32string_view offices[] = {U"老板", U"经理", U"医生", U"大夫", U"师傅", U"教授",
                                             U"律师", U"主任", U"书记", U"局长", U"校长", U"院长",
                                             U"队长", U"同志", U"警官", U"法官"};
  const auto is_one_of = [&](const auto& list) {
    return std::find(std::begin(list), std::end(list), c.word_after()) != std::end(list);
  };
  const bool titled = is_one_of(titles) || (!one_of(c.hanzi(0), U"任查区") && is_one_of(offices));
  return opens && (titled || after(c, U"氏"));
}

}  // namespace langdu::conditions
