#include "app/data_directory.h"

#include <system_error>

#include "text/error.h"

namespace langdu {

std::filesystem::path prefix_directory() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) throw Error(Fault::missing_data, "/proc/self/exe");
  return program.parent_path().parent_path();
}

std::filesystem::path data_directory() {
  std::error_code error;
  const auto folder = prefix_directory() / "share" / "langdu";
  if (!std::filesystem::is_directory(folder, error)) throw Error(Fault::missing_data, folder.string());
  return folder;
}

Lexicon open_lexicon() {
  const auto folder = data_directory();
  return Lexicon::open(folder / "lexicon.bin", folder / "readings.bin");
}

}  // namespace langdu
