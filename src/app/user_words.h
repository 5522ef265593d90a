#pragma once
#include <string>
#include <vector>

#include "pinyin/user_lexicon.h"

namespace langdu {

/// The words of the files that --lexicon names; later lines and later files win. Throws what InputFile
/// throws, and Error(lexicon_too_large | not_utf8 | wrong_lines); the last names up to twenty wrong lines of
/// all files. They match in both scripts by the table `traditional`.
UserLexicon load_user_words(const std::vector<std::string>& files, const TraditionalView& traditional = {});

}  // namespace langdu
