#pragma once
#include <filesystem>

#include "pinyin/lexicon.h"

namespace langdu {

/// The folder above that of the running program: the build tree has the shape of an installed prefix.
/// Throws Error(missing_data).
std::filesystem::path prefix_directory();

/// The folder of the program's data (lexicon.bin, readings.bin, voices.tsv, levels.tsv): share/langdu below
/// the prefix. Throws Error(missing_data).
std::filesystem::path data_directory();

/// The program's own lexicon with its reading model. Throws Error(missing_data | damaged_data).
Lexicon open_lexicon();

}  // namespace langdu
