#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace langdu {

/// A device that can play sound.
struct Device {
  int number = 0;  ///< PortAudio's; it changes when devices come and go
  std::string name;
  std::string host_api;     ///< the sound system it belongs to: "ALSA", "JACK Audio Connection Kit", ...
  int channels = 0;         ///< at most
  double default_rate = 0;  ///< Hz
  bool is_default = false;
};

/// Asks PortAudio for the devices, in a child process: it can abort or hang.
/// Throws Error(no_sound_card) when it does, or when there are none.
std::vector<Device> list_devices(bool keep_stderr = false);

/// The device that a person means, or why there is none.
struct DeviceChoice {
  const Device* device = nullptr;
  std::string problem;  ///< one clause that lists the candidates; only without a device
};

/// `wanted` is a device's exact name, its number, or a part of exactly one device's name in any case; empty
/// means the default device, or the first when none is.
DeviceChoice choose_device(std::span<const Device> devices, std::string_view wanted);

}  // namespace langdu
