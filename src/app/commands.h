#pragma once
#include <span>
#include <string_view>

#include "app/settings.h"

namespace langdu {

/// One row a command.
struct CommandRow {
  Command id;
  std::string_view name;
  std::string_view help;  ///< one line
  void (*run)(const Settings& settings);
};

std::span<const CommandRow> command_table();

void run_render(const Settings& settings);
void run_play(const Settings& settings);
void run_plan(const Settings& settings);
void run_normalize(const Settings& settings);
void run_pinyin(const Settings& settings);
void run_voices(const Settings& settings);
void run_devices(const Settings& settings);
void run_formats(const Settings& settings);

}  // namespace langdu
