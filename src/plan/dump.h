#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "plan/plan.h"

namespace langdu {

/// The words of an utterance as word-grouped pinyin with tone digits, Latin words as they stand, and its
/// pauses as ， 、 ； and 。 Example: "tong2zhi4men5：jin1tian1 wo3men5 kai1hui4。"
std::string pinyin_of(const Utterance& utterance);

/// The plan for people: the outline, then each sentence as written, as spoken and in pinyin, then what was
/// dropped and the notes. Plain lines, no columns, so that a screen reader reads them well.
std::string plan_as_text(const Plan& plan);

/// The plan for programs: one JSON object, UTF-8, indented by one blank. Invalid bytes of the source are
/// written as U+FFFD. The README names every field.
std::string plan_as_json(const Plan& plan);
/// The same in pieces, as it is made: the whole text of a large plan is larger than the plan.
void write_plan_as_json(const Plan& plan, const std::function<void(std::string_view)>& write);

}  // namespace langdu
