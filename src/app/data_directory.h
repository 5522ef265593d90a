#pragma once
#include <filesystem>

namespace langdu {

/// The folder of the program's data (lexicon.bin, voices.tsv, levels.tsv): ../share/langdu beside the folder
/// of the running program, in the build tree as in every installed prefix. Throws Error(missing_data).
std::filesystem::path data_directory();

}  // namespace langdu
