#pragma once
#include <portaudio.h>

#include <string>
#include <vector>

#include "live/devices.h"
#include "live/playout.h"

namespace langdu {

/// PortAudio, initialised while this object lives. Only for a child process: every function of it may spin,
/// hang or abort when a device or a sound server misbehaves.
class PortAudio {
 public:
  PortAudio() : status_(Pa_Initialize()) {}
  ~PortAudio() {
    if (status_ == paNoError) Pa_Terminate();
  }
  PortAudio(const PortAudio&) = delete;
  PortAudio& operator=(const PortAudio&) = delete;

  PaError status() const { return status_; }
  std::vector<Device> devices() const;

 private:
  PaError status_;
};

/// What went wrong, with the host's own words when PortAudio has none.
std::string error_text(PaError error);

/// An output stream of 16-bit samples that a Playout fills.
class OutputStream {
 public:
  OutputStream() = default;
  ~OutputStream() { close(); }
  OutputStream(const OutputStream&) = delete;
  OutputStream& operator=(const OutputStream&) = delete;

  /// Opens `device` at `rate` without conversion, or else in the first other format that it takes.
  PaError open(const Device& device, int rate, double latency);
  const DeviceFormat& format() const { return format_; }  ///< once open
  PaError start(Playout& playout);
  bool active() const { return Pa_IsStreamActive(stream_) == 1; }
  void close();  ///< afterwards nothing calls the Playout

 private:
  static int callback(const void* input, void* output, unsigned long frames,
                      const PaStreamCallbackTimeInfo* time, PaStreamCallbackFlags flags, void* self);

  PaStream* stream_ = nullptr;
  DeviceFormat format_;
  Playout* playout_ = nullptr;
};

}  // namespace langdu
