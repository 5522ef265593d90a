#include "app/manual.h"

#include <doctest/doctest.h>

#include "app/commands.h"
#include "text/error.h"

using namespace langdu;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string roff_name(std::string_view name) {
  std::string out;
  for (const char c : name) out += c == '-' ? std::string("\\-") : std::string(1, c);
  return out;
}

}  // namespace

TEST_CASE("the manual page names every command, option, and error") {
  const std::string page = manual_page();
  for (const CommandRow& command : command_table())
    CHECK(contains(page, "\n.B " + std::string(command.name) + "\n"));
  for (const SettingRow& row : setting_table()) CHECK(contains(page, roff_name(long_name(row))));
  for (const FaultRow& row : fault_table()) {
    if (row.fault == Fault::interrupted) continue;  // it has a line of its own
    std::string name(row.name);
    for (char& c : name) c = c == '_' ? ' ' : c;
    CHECK(contains(page, name));
  }
}

TEST_CASE("the completion offers every command and option") {
  const std::string script = bash_completion();
  for (const CommandRow& command : command_table()) CHECK(contains(script, command.name));
  for (const SettingRow& row : setting_table()) {
    if (row.name[0] == '-') CHECK(contains(script, long_name(row)));
  }
}
