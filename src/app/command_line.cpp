#include "app/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cctype>
#include <cstdio>

#include "app/commands.h"
#include "text/error.h"

namespace langdu {
namespace {

void add_setting(CLI::App& app, Settings& settings, const SettingRow& row) {
  const std::string name(row.name);
  std::string help(row.help);
  if (const auto* number = std::get_if<int Settings::*>(&row.field)) {
    help += fmt::format(" ({} to {}, default {})", row.least, row.most, settings.*(*number));
  } else if (std::holds_alternative<std::optional<int> Settings::*>(row.field)) {
    help += fmt::format(" ({} to {})", row.least, row.most);
  }
  if (std::holds_alternative<bool Settings::*>(row.field)) {
    app.add_flag_callback(
        name, [&settings, &row] { assign(settings, row, ""); }, help);
    return;
  }
  if (std::holds_alternative<std::vector<std::string> Settings::*>(row.field)) {
    const auto assign_all = [&settings, &row](const std::vector<std::string>& texts) {
      for (const std::string& text : texts) assign(settings, row, text);
    };
    auto* option = app.add_option_function<std::vector<std::string>>(name, assign_all, help);
    option->type_name(std::string(row.value));
    if (row.name.starts_with('-'))
      option->allow_extra_args(false);  // one value each time
    else
      option->required();
    return;
  }
  auto* option = app.add_option_function<std::string>(
      name, [&settings, &row](const std::string& text) { assign(settings, row, text); }, help);
  option->type_name(std::string(row.value));
  if (row.name == "INPUT") option->required();
}

/// The examples that begin with `command`.
std::string examples_of(const std::string& command) {
  std::string text;
  for (const Example& example : examples) {
    if (example.command.starts_with(command + " "))
      text += fmt::format("  {}\n      {}\n", example.command, example.what);
  }
  return text.empty() ? text : "\nExamples:\n" + text;
}

std::string footer() {
  std::string text = examples_of("langdu");
  text += "\nExit status: 0 done, 1 failed, 2 wrong use, 130 interrupted.\n";
  return text;
}

/// CLI11's message as a part of our sentence.
std::string clause_of(const std::string& message) {
  std::string text = message.substr(0, message.find('\n'));
  while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.pop_back();
  if (text.size() > 1 && std::islower(static_cast<unsigned char>(text[1]))) {
    text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  }
  return text;
}

/// CLI11 would only say that a command is required.
void check_command(int argc, const char* const* argv) {
  if (argc < 2) throw Error(Fault::wrong_use, "no command given");
  const std::string_view word = argv[1];
  if (word.starts_with('-')) return;
  for (const CommandRow& command : command_table()) {
    if (command.name == word) return;
  }
  throw Error(Fault::wrong_use, fmt::format("{}: there is no such command", word));
}

}  // namespace

void run_command_line(int argc, const char* const* argv, std::span<const Runner> runners) {
  check_command(argc, argv);
  Settings settings;
  CLI::App app("Reads Mandarin documents aloud: into audio files with chapters, or live.", "langdu");
  app.set_version_flag("--version", "langdu " LANGDU_VERSION);
  app.footer(footer());
  app.get_formatter()->column_width(28);
  for (const CommandRow& command : command_table()) {
    CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.help));
    sub->footer(examples_of(fmt::format("langdu {}", command.name)));
    for (const SettingRow& row : setting_table()) {
      if (row.commands & command.id) add_setting(*sub, settings, row);
    }
  }
  app.require_subcommand(1);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {  // --help and --version
    app.exit(success);
    return;
  } catch (const CLI::ParseError& error) {
    throw Error(Fault::wrong_use, clause_of(error.what()));
  }
  for (const CommandRow& command : command_table()) {
    if (!app.got_subcommand(std::string(command.name))) continue;
    for (const Runner& runner : runners) {
      if (runner.id == command.id) return runner.run(settings);
    }
    throw Error(Fault::wrong_use, fmt::format("{}: the command must be the first word", command.name));
  }
}

}  // namespace langdu
