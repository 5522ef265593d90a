#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "app/settings.h"

namespace langdu {

/// The program that runs a command. langdu itself is linked with neither the engine nor an audio library: to
/// load those and the forty libraries that they want takes longer than to plan a page. It hands the commands
/// that need them over to langdu-sound (sound_program.h).
enum class Program : std::uint8_t { text, sound };

/// One row a command.
struct CommandRow {
  Command id;
  std::string_view name;
  std::string_view help;  ///< one line
  Program program;
};

std::span<const CommandRow> command_table();

/// What a program does for one of its commands. Throws Error.
struct Runner {
  Command id;
  void (*run)(const Settings& settings);
};

/// The runners of the commands of each program, in the order of the table.
std::span<const Runner> text_runners();
std::span<const Runner> sound_runners();

void run_render(const Settings& settings);
void run_play(const Settings& settings);
void run_plan(const Settings& settings);
void run_normalize(const Settings& settings);
void run_pinyin(const Settings& settings);
void run_voices(const Settings& settings);
void run_devices(const Settings& settings);
void run_formats(const Settings& settings);

}  // namespace langdu
