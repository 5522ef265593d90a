#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"

namespace langdu {

/// A segment of Mandarin words in pinyin ("gan4bu4 yin2hang2"), with an ending.
Segment mandarin_segment(std::string_view pinyin, Ending ending = Ending::comma);
/// A segment of Latin words.
Segment english_segment(std::string_view words, Ending ending = Ending::comma);

/// An utterance of a text like "ni3hao3 shi4jie4，GPT of，hao3。": a clause of capitals and lower-case
/// letters without a tone digit is English.
Utterance utterance_of(std::string_view text);

/// A plan of one such utterance a text, whose source is the texts, one a line, of the file "test.txt".
Plan plan_of(const std::vector<std::string>& texts);

/// `count` utterances of different length and content, some with English.
Plan long_plan(std::size_t count);

}  // namespace langdu
