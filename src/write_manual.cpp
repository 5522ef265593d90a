// Build-time tool: writes the manual page and the shell completion that the tables of app/ describe.
#include <filesystem>
#include <fstream>

#include "app/manual.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::filesystem::path share = argv[1];
  const auto write = [&](const std::filesystem::path& name, const std::string& text) {
    std::filesystem::create_directories((share / name).parent_path());
    std::ofstream(share / name, std::ios::binary) << text;
    return std::filesystem::file_size(share / name) == text.size();
  };
  const bool good = write("man/man1/langdu.1", langdu::manual_page()) &&
                    write("bash-completion/completions/langdu", langdu::bash_completion());
  return good ? 0 : 1;
}
