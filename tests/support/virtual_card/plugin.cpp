// A virtual sound card for the tests: an ALSA PCM plugin of type "virtual", without kernel and without
// daemon. It plays at the pace of a clock and keeps what a loudspeaker would have given, so that a test can
// compare it sample by sample; frames that were written but thrown away before their time never appear. Its
// settings are in card.h; an example:
//
//     pcm_type.virtual { lib "/absolute/path/to/virtual_card.so" }
//     pcm.hall { type virtual capture "FOLDER/hall.raw" log "FOLDER/hall.log" speed 20 patient 1 }
//
// PortAudio hides PCMs whose names are hw, plughw, plug, file, null and the like, and aborts unless one is
// "default".
#include <unistd.h>

#include <memory>

#include "support/virtual_card/card.h"

namespace virtual_card {
namespace {

/// What ALSA holds for one opened PCM.
struct Plugin {
  explicit Plugin(Settings settings) : card(std::move(settings)) {}
  snd_pcm_ioplug_t io = {};
  Card card;
  snd_pcm_uframes_t boundary = 1;  ///< ALSA's positions wrap around here
  snd_pcm_uframes_t wake = 1;      ///< this much room makes the PCM ready for writing
};

Plugin& plugin(snd_pcm_ioplug_t* io) { return *static_cast<Plugin*>(io->private_data); }

int start(snd_pcm_ioplug_t* io) {
  if (plugin(io).card.unplugged()) return -ENODEV;
  plugin(io).card.start();
  return 0;
}

int stop(snd_pcm_ioplug_t* io) {
  plugin(io).card.stop();
  return 0;
}

snd_pcm_sframes_t pointer(snd_pcm_ioplug_t* io) {
  Plugin& self = plugin(io);
  const int status = self.card.advance();
  if (status == -ENODEV) snd_pcm_ioplug_set_state(io, SND_PCM_STATE_DISCONNECTED);
  return status < 0 ? status : static_cast<snd_pcm_sframes_t>(self.card.played() % self.boundary);
}

snd_pcm_sframes_t transfer(snd_pcm_ioplug_t* io, const snd_pcm_channel_area_t* areas,
                           snd_pcm_uframes_t offset, snd_pcm_uframes_t size) {
  if (plugin(io).card.unplugged()) return -ENODEV;
  const snd_pcm_uframes_t bit = areas->first + areas->step * offset;  // interleaved: one area tells all
  plugin(io).card.write(static_cast<const char*>(areas->addr) + bit / 8, size);
  return static_cast<snd_pcm_sframes_t>(size);
}

int hw_params(snd_pcm_ioplug_t* io, snd_pcm_hw_params_t*) {
  if (plugin(io).card.settings().refuse) return -EINVAL;
  plugin(io).card.configure(*io);
  return 0;
}

int sw_params(snd_pcm_ioplug_t* io, snd_pcm_sw_params_t* params) {
  snd_pcm_sw_params_get_avail_min(params, &plugin(io).wake);
  return snd_pcm_sw_params_get_boundary(params, &plugin(io).boundary);
}

int prepare(snd_pcm_ioplug_t* io) {
  if (plugin(io).card.unplugged()) return -ENODEV;
  if (plugin(io).card.lost()) return -EIO;
  plugin(io).card.prepare();
  return 0;
}

int poll_revents(snd_pcm_ioplug_t* io, pollfd*, unsigned, unsigned short* revents) {
  Card& card = plugin(io).card;
  if (!card.unplugged()) card.clear_timer();  // of an unplugged card it stays ready, as a dead device's does
  const int status = card.advance();
  if (status == -ENODEV)
    *revents = POLLERR | POLLHUP;
  else if (status < 0)
    *revents = POLLERR | POLLOUT;
  else
    *revents = card.room() >= plugin(io).wake ? POLLOUT : 0;
  return 0;
}

int delay(snd_pcm_ioplug_t* io, snd_pcm_sframes_t* frames) {
  const int status = plugin(io).card.advance();
  *frames = static_cast<snd_pcm_sframes_t>(plugin(io).card.queued());
  return status;
}

int close(snd_pcm_ioplug_t* io) {
  delete &plugin(io);
  return 0;
}

constexpr snd_pcm_ioplug_callback_t callbacks = [] {
  snd_pcm_ioplug_callback_t table = {};
  table.start = start;
  table.stop = stop;
  table.pointer = pointer;
  table.transfer = transfer;
  table.close = close;
  table.hw_params = hw_params;
  table.sw_params = sw_params;
  table.prepare = prepare;
  table.poll_revents = poll_revents;
  table.delay = delay;
  return table;
}();

/// Says what the card can do. The sizes let PortAudio choose any latency up to seconds.
void set_limits(snd_pcm_ioplug_t& io, const Settings& settings) {
  constexpr unsigned access[] = {SND_PCM_ACCESS_RW_INTERLEAVED, SND_PCM_ACCESS_MMAP_INTERLEAVED};
  constexpr unsigned format[] = {SND_PCM_FORMAT_S16_LE};
  snd_pcm_ioplug_set_param_list(&io, SND_PCM_IOPLUG_HW_ACCESS, 2, access);
  snd_pcm_ioplug_set_param_list(&io, SND_PCM_IOPLUG_HW_FORMAT, 1, format);
  const auto channels = static_cast<unsigned>(settings.channels);
  snd_pcm_ioplug_set_param_minmax(&io, SND_PCM_IOPLUG_HW_CHANNELS, channels ? channels : 1,
                                  channels ? channels : 2);
  const auto rate = static_cast<unsigned>(settings.rate);
  snd_pcm_ioplug_set_param_minmax(&io, SND_PCM_IOPLUG_HW_RATE, rate ? rate : 8000, rate ? rate : 192000);
  snd_pcm_ioplug_set_param_minmax(&io, SND_PCM_IOPLUG_HW_PERIOD_BYTES, 64, 1 << 18);
  snd_pcm_ioplug_set_param_minmax(&io, SND_PCM_IOPLUG_HW_BUFFER_BYTES, 256, 1 << 20);
  snd_pcm_ioplug_set_param_minmax(&io, SND_PCM_IOPLUG_HW_PERIODS, 2, 64);
}

}  // namespace

int open_plugin(snd_pcm_t** pcm, const char* name, snd_config_t* block, snd_pcm_stream_t stream, int mode) {
  if (stream != SND_PCM_STREAM_PLAYBACK) return -ENODEV;
  auto self = std::make_unique<Plugin>(read_settings(block));
  if (self->card.unplugged()) return -ENODEV;
  while (self->card.settings().hang) ::pause();
  self->io.version = SND_PCM_IOPLUG_VERSION;
  self->io.name = "virtual sound card";
  self->io.callback = &callbacks;
  self->io.private_data = self.get();
  self->io.poll_fd = self->card.timer();
  self->io.poll_events = POLLIN;
  self->io.flags = SND_PCM_IOPLUG_FLAG_MONOTONIC | SND_PCM_IOPLUG_FLAG_BOUNDARY_WA;
  const int status = snd_pcm_ioplug_create(&self->io, name, stream, mode);
  if (status < 0) return status;
  set_limits(self->io, self->card.settings());
  *pcm = self->io.pcm;
  self.release();  // close() deletes it
  return 0;
}

}  // namespace virtual_card

// The two symbols that ALSA looks up: the function that opens a PCM of type "virtual", and its version.
extern "C" {
SND_PCM_PLUGIN_DEFINE_FUNC(virtual);
SND_PCM_PLUGIN_DEFINE_FUNC(virtual) {
  static_cast<void>(root);
  return virtual_card::open_plugin(pcmp, name, conf, stream, mode);
}
SND_DLSYM_BUILD_VERSION(_snd_pcm_virtual_open, SND_PCM_DLSYM_VERSION)
}
