#pragma once
#include <string>
#include <vector>

#include "normalise/replacements.h"
#include "pinyin/user_lexicon.h"

namespace langdu {

// The tables that users write. Later lines and later files win. All functions throw what InputFile throws,
// and Error(table_too_large | not_utf8 | wrong_lines); the last names up to twenty wrong lines of all files.

/// The words of the files that --lexicon names. They match in both scripts by the table `traditional`.
UserLexicon load_user_words(const std::vector<std::string>& files, const TraditionalView& traditional = {});

/// The spoken forms of the files that --replace names.
Replacements load_replacements(const std::vector<std::string>& files);

}  // namespace langdu
