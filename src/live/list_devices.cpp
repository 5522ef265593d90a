#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "live/child_process.h"
#include "live/device_process.h"
#include "live/devices.h"
#include "live/playback_state.h"
#include "live/portaudio.h"
#include "live/shared_memory.h"
#include "speak/interrupt.h"
#include "text/error.h"

namespace langdu {
namespace {

constexpr std::chrono::seconds interrupted_limit(1);

/// The devices as the child hands them over. Names are cut at the end of their field.
struct DeviceList {
  struct Row {
    int number;
    int channels;
    double default_rate;
    bool is_default;
    char name[256];
    char host_api[64];
  };
  std::array<Row, 256> rows;
  std::size_t count = 0;
  bool done = false;
  char problem[256] = {};  ///< PortAudio's, when it could not start
};

void fill(DeviceList& list) {
  const PortAudio portaudio;
  if (portaudio.status() != paNoError) {
    set_text(list.problem, error_text(portaudio.status()));
  } else {
    for (const Device& device : portaudio.devices()) {
      if (list.count == list.rows.size()) break;
      DeviceList::Row& row = list.rows[list.count++];
      row.number = device.number;
      row.channels = device.channels;
      row.default_rate = device.default_rate;
      row.is_default = device.is_default;
      set_text(row.name, device.name);
      set_text(row.host_api, device.host_api);
    }
  }
  list.done = true;  // the parent reads when this process has ended
}

}  // namespace

std::vector<Device> list_devices(bool keep_stderr) {
  const SharedMemory<DeviceList> list;
  ChildProcess child([&] { fill(*list); }, keep_stderr);
  const auto start = std::chrono::steady_clock::now();
  // An interrupt waits, too: killing the process here is for the worst case (see ~PlayerSink).
  const auto patience = [] { return interrupt_count() > 0 ? interrupted_limit : start_limit; };
  while (!child.wait(std::chrono::milliseconds(20)) &&
         std::chrono::steady_clock::now() < start + patience()) {
  }
  throw_if_interrupted();
  const bool hung = child.running();
  child.kill();
  // A process that dies while it closes PortAudio has given its list before.
  if (!list->done) throw Error(Fault::no_sound_card, hung ? looking_hung() : looking_died(child.ending()));
  if (*list->problem) throw Error(Fault::no_sound_card, list->problem);
  std::vector<Device> devices;
  for (const DeviceList::Row& row : std::span(list->rows).first(list->count))
    devices.push_back({row.number, row.name, row.host_api, row.channels, row.default_rate, row.is_default});
  if (devices.empty()) throw Error(Fault::no_sound_card, "PortAudio finds none");
  return devices;
}

}  // namespace langdu
