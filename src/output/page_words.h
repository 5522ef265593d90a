#pragma once
#include <string>

#include "output/captions.h"
#include "plan/plan.h"

namespace langdu {

/// The sentence of a caption that holds all of it, as HTML: an element a word, with its time. With `ruby` the
/// pinyin stands above every hanzi that is spoken as it is written; numbers, signs and Latin words, which are
/// spoken as other hanzi or in English, have none. 一 and 不 and light syllables have the tone that is heard,
/// third tones that of the dictionary, as Pinyin is written.
std::string words_as_html(const Utterance& utterance, const Caption& caption, bool ruby);

}  // namespace langdu
