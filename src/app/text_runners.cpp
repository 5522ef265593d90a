#include <array>

#include "app/commands.h"

namespace langdu {

// In a file of its own, as the sound program's: an object file is linked as a whole, with all that it names.
std::span<const Runner> text_runners() {
  static constexpr std::array runners = {
      Runner{command_plan, run_plan},
      Runner{command_normalize, run_normalize},
      Runner{command_pinyin, run_pinyin},
      Runner{command_voices, run_voices},
  };
  return runners;
}

}  // namespace langdu
