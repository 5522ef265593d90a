#include "live/portaudio.h"

#include <algorithm>
#include <cmath>

namespace langdu {
namespace {

/// PortAudio's latencies can be nonsense (days, on JACK), or not a number.
double sane_latency(double seconds) { return seconds >= 0 && seconds <= 1 ? seconds : (seconds > 1 ? 1 : 0); }

}  // namespace

std::vector<Device> PortAudio::devices() const {
  std::vector<Device> devices;
  const PaDeviceIndex standard = Pa_GetDefaultOutputDevice();
  for (PaDeviceIndex i = 0; i < Pa_GetDeviceCount(); ++i) {
    const PaDeviceInfo* info = Pa_GetDeviceInfo(i);
    if (!info || info->maxOutputChannels < 1) continue;
    const PaHostApiInfo* host = Pa_GetHostApiInfo(info->hostApi);
    devices.push_back({i, info->name ? info->name : "", host && host->name ? host->name : "",
                       info->maxOutputChannels, info->defaultSampleRate, i == standard});
  }
  return devices;
}

std::string error_text(PaError error) {
  if (error != paUnanticipatedHostError) return Pa_GetErrorText(error);
  const PaHostErrorInfo* host = Pa_GetLastHostErrorInfo();
  return host && host->errorText && *host->errorText ? host->errorText : Pa_GetErrorText(error);
}

PaError OutputStream::open(const Device& device, int rate, double latency) {
  // A mono stream on a device that has only stereo sounds on both sides: PortAudio's ALSA copies it. With
  // conversion we do so ourselves.
  const auto device_rate = static_cast<int>(std::lround(device.default_rate));
  const DeviceFormat attempts[] = {{rate, 1}, {rate, 2}, {device_rate, 2}, {device_rate, 1}};
  PaError error = paInvalidDevice;
  for (const DeviceFormat& attempt : attempts) {
    if (attempt.channels > device.channels || attempt.rate <= 0) continue;
    PaStreamParameters parameters = {};
    parameters.device = device.number;
    parameters.channelCount = attempt.channels;
    parameters.sampleFormat = paInt16;
    parameters.suggestedLatency = latency;
    error = Pa_OpenStream(&stream_, nullptr, &parameters, attempt.rate, paFramesPerBufferUnspecified,
                          paNoFlag, &callback, this);
    if (error != paNoError) continue;
    format_ = attempt;
    const PaStreamInfo* info = Pa_GetStreamInfo(stream_);
    // Some hosts tell no latency or too little of it; what was asked for is then the better guess.
    format_.latency = std::max(info ? sane_latency(info->outputLatency) : 0, latency);
    return paNoError;
  }
  return error;
}

PaError OutputStream::start(Playout& playout) {
  playout_ = &playout;
  return Pa_StartStream(stream_);
}

void OutputStream::close() {
  if (stream_) Pa_CloseStream(stream_);
  stream_ = nullptr;
}

int OutputStream::callback(const void*, void* output, unsigned long frames,
                           const PaStreamCallbackTimeInfo* time, PaStreamCallbackFlags, void* self) {
  OutputStream& stream = *static_cast<OutputStream*>(self);
  const std::span samples(static_cast<std::int16_t*>(output),
                          frames * static_cast<std::size_t>(stream.format_.channels));
  double delay = time ? time->outputBufferDacTime - time->currentTime : 0;
  if (!(delay > 0 && delay <= 1)) delay = stream.format_.latency;
  return stream.playout_->fill(samples, delay) == Playout::Next::more ? paContinue : paComplete;
}

}  // namespace langdu
