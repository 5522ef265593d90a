#pragma once
#include <string>
#include <vector>

#include "pinyin/traditional_list.h"
#include "pinyin/word_list.h"

namespace langdu {

/// The bytes of a lexicon file (see lexicon_file.h). The same words in the same order give the same bytes.
///
/// `own` overrides `dictionary`, and its later lines its earlier ones. An own word without a count becomes a
/// little more likely than the same hanzi cut into other words, so that it is found as a word. A word without
/// a reading, or with a hanzi that has none, gets the readings of its characters; if one has none, the word
/// is left out. `traditional` says how hanzi are folded for look-up.
std::string build_lexicon(const std::vector<ListedWord>& dictionary, const std::vector<ListedWord>& own,
                          const std::vector<ListedFold>& traditional = {});

}  // namespace langdu
