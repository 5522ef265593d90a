#include <fmt/format.h>

#include "app/commands.h"
#include "app/standard_output.h"
#include "live/devices.h"
#include "output/outputs.h"
#include "read/formats.h"

namespace langdu {

void run_devices(const Settings& settings) {
  std::string text;
  for (const Device& device : list_devices(settings.verbose)) {
    text += fmt::format("{}  {}  ({}, {} channels, {:.0f} Hz{})\n", device.number, device.name,
                        device.host_api, device.channels, device.default_rate,
                        device.is_default ? ", used when none is named" : "");
  }
  write_standard_output(text);
}

void run_formats(const Settings&) {
  std::string text = "read:\n";
  for (const InputFormat& format : input_formats()) {
    text += fmt::format("  {} ({}): {}\n", format.extensions, format.name, format.description);
  }
  text += "written:\n";
  for (const OutputFormat& format : output_formats()) {
    text += fmt::format("  {} ({}): {}\n", format.extension, format.name, format.description);
  }
  write_standard_output(text);
}

}  // namespace langdu
