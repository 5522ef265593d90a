#include "app/settings.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "text/error.h"

using namespace langdu;

namespace {

const SettingRow& row(std::string_view name) {
  for (const SettingRow& candidate : setting_table()) {
    if (long_name(candidate) == name) return candidate;
  }
  FAIL("no row ", name);
  return setting_table()[0];
}

Fault fault_of(std::string_view name, std::string_view text) {
  Settings settings;
  try {
    assign(settings, row(name), text);
  } catch (const Error& error) {
    return error.fault();
  }
  FAIL("no error for ", name, " ", text);
  return Fault::wrong_use;
}

}  // namespace

TEST_CASE("every setting has a help line, a command and a sensible default") {
  const Settings defaults;
  std::set<std::string_view> names;
  for (const SettingRow& setting : setting_table()) {
    CAPTURE(setting.name);
    CHECK(names.insert(setting.name).second);
    CHECK_FALSE(setting.help.empty());
    CHECK_FALSE(setting.help.ends_with('.'));
    CHECK(setting.commands != 0);
    if (const auto* number = std::get_if<int Settings::*>(&setting.field)) {
      CHECK(setting.least < setting.most);
      CHECK(defaults.*(*number) >= setting.least);
      CHECK(defaults.*(*number) <= setting.most);
    } else if (const auto* optional = std::get_if<std::optional<int> Settings::*>(&setting.field)) {
      CHECK(setting.least < setting.most);
      CHECK_FALSE((defaults.*(*optional)).has_value());
    }
  }
}

TEST_CASE("every setting takes its value; every number is refused beside its range") {
  for (const SettingRow& setting : setting_table()) {
    CAPTURE(setting.name);
    Settings settings;
    if (const auto* flag = std::get_if<bool Settings::*>(&setting.field)) {
      assign(settings, setting, "");
      CHECK(settings.*(*flag));
    } else if (const auto* text = std::get_if<std::string Settings::*>(&setting.field)) {
      assign(settings, setting, "值");
      CHECK(settings.*(*text) == "值");
    } else if (const auto* list = std::get_if<std::vector<std::string> Settings::*>(&setting.field)) {
      assign(settings, setting, "值");
      assign(settings, setting, "二");
      CHECK(settings.*(*list) == std::vector<std::string>{"值", "二"});
    } else {
      for (const int good : {setting.least, setting.most}) {
        assign(settings, setting, std::to_string(good));
        const auto* number = std::get_if<int Settings::*>(&setting.field);
        CHECK((number != nullptr
                   ? settings.*(*number)
                   : settings.*std::get<std::optional<int> Settings::*>(setting.field)) == good);
      }
      CHECK(fault_of(long_name(setting), std::to_string(setting.least - 1)) == Fault::out_of_range);
      CHECK(fault_of(long_name(setting), std::to_string(setting.most + 1)) == Fault::out_of_range);
    }
  }
}

TEST_CASE("what is no whole number is refused") {
  for (const char* bad : {"", "x", "1.5", "200x", " 200", "+200", "０"}) {
    CAPTURE(bad);
    CHECK(fault_of("--rate", bad) == Fault::wrong_use);
  }
  CHECK(fault_of("--rate", "99999999999999999999") == Fault::out_of_range);
}
