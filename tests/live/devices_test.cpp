#include "live/devices.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>

using namespace langdu;

namespace {

const std::vector<Device>& devices() {
  static const std::vector<Device> list = {
      {0, "hall", "ALSA", 2, 44100, false},
      {1, "hall 2", "ALSA", 2, 44100, false},
      {2, "USB Audio: - (hw:1,0)", "ALSA", 2, 48000, false},
      {4, "default", "ALSA", 2, 44100, true},
      {5, "USB Audio #2: - (hw:2,0)", "ALSA", 2, 48000, false},
      {6, "12", "ALSA", 2, 44100, false},  // a name that is a number, but not its own
      {7, "Front Desk", "JACK Audio Connection Kit", 8, 48000, false},
      {8, "会议室音响", "ALSA", 2, 48000, false},
      {9, "twin", "ALSA", 2, 48000, false},
      {10, "twin", "JACK Audio Connection Kit", 2, 48000, false},
  };
  return list;
}

}  // namespace

TEST_CASE("a device is chosen by its exact name, its number, or a part of its name") {
  std::ifstream file(TEST_DATA "/live/choose_device.txt");
  int cases = 0;
  for (std::string line; std::getline(file, line);) {
    const auto arrow = line.find("=> ");
    if (line.starts_with("# ") || arrow == std::string::npos) continue;
    CAPTURE(line);
    const std::string wanted = line.substr(0, arrow == 0 ? 0 : arrow - 1);
    const std::string expected = line.substr(arrow + 3);
    const DeviceChoice choice = choose_device(devices(), wanted);
    if (choice.device)
      CHECK(std::to_string(choice.device->number) == expected);
    else
      CHECK(choice.problem.find(expected) == 0);
    ++cases;
  }
  CHECK(cases >= 20);
}

TEST_CASE("without a default device the first one plays, and without any there is a reason") {
  std::vector<Device> list = devices();
  for (Device& device : list) device.is_default = false;
  REQUIRE(choose_device(list, "").device);
  CHECK(choose_device(list, "").device->number == 0);
  CHECK(choose_device({}, "").device == nullptr);
  CHECK(choose_device({}, "hall").problem == "there is no device");
}

TEST_CASE("any bytes as a device's name give an answer") {
  for (const char* wanted : {"\xff\xfe", "\xe4\xbc", " ", "\t", "%s{0}", "\xe2\x80\x8b"}) {
    const DeviceChoice choice = choose_device(devices(), wanted);
    CHECK((choice.device || !choice.problem.empty()));
  }
  const std::vector<Device> broken = {{0, "\xff broken \xe4", "ALSA", 2, 44100, false}};
  CHECK(choose_device(broken, "broken").device == &broken[0]);
  CHECK(choose_device(broken, "x").problem.find('\xff') == std::string::npos);
}
