#include <array>

#include "app/commands.h"

namespace langdu {

std::span<const Runner> sound_runners() {
  static constexpr std::array runners = {
      Runner{command_render, run_render},
      Runner{command_play, run_play},
      Runner{command_devices, run_devices},
      Runner{command_formats, run_formats},
  };
  return runners;
}

}  // namespace langdu
