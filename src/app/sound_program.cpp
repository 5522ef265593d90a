#include "app/sound_program.h"

#include <unistd.h>

#include <string_view>

#include "app/commands.h"
#include "app/data_directory.h"
#include "text/error.h"

namespace langdu {

void hand_over_sound_commands(int argc, char** argv) {
  if (argc < 2) return;
  for (const CommandRow& command : command_table()) {
    if (command.program != Program::sound || command.name != std::string_view(argv[1])) continue;
    const auto program = prefix_directory() / "libexec" / "langdu-sound";
    ::execv(program.c_str(), argv);
    throw Error(Fault::missing_data, program.string());
  }
}

}  // namespace langdu
