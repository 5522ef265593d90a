#include "support/virtual_card/card.h"

#include <fcntl.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <ctime>

namespace virtual_card {
namespace {

double now() {
  timespec time = {};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

int open_for_append(const std::string& path) {
  return path.empty() ? -1 : ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
}

/// Straight to the file: the process may be killed at any moment, and what was heard must stay on record.
void write_all(int file, const char* bytes, std::size_t size) {
  while (file >= 0 && size > 0) {
    const ssize_t done = ::write(file, bytes, size);
    if (done <= 0) return;
    bytes += done;
    size -= static_cast<std::size_t>(done);
  }
}

/// An unplugged card leaves this mark beside its capture, so that it stays away.
std::string gone_mark(const Settings& settings) { return settings.capture + ".gone"; }

}  // namespace

Settings read_settings(snd_config_t* block) {
  Settings settings;
  snd_config_iterator_t entry = nullptr;
  snd_config_iterator_t next = nullptr;
  snd_config_for_each(entry, next, block) {
    snd_config_t* node = snd_config_iterator_entry(entry);
    const char* id = nullptr;
    if (snd_config_get_id(node, &id) < 0) continue;
    const std::string key = id;
    const char* text = nullptr;
    long number = 0;
    if (snd_config_get_string(node, &text) == 0) {
      if (key == "capture") settings.capture = text;
      if (key == "log") settings.log = text;
    } else if (snd_config_get_integer(node, &number) == 0) {
      const auto frame = static_cast<std::uint64_t>(number);
      if (key == "rate") settings.rate = number;
      if (key == "channels") settings.channels = number;
      if (key == "speed") settings.speed = std::max(number, 1L);
      if (key == "patient") settings.patient = number != 0;
      if (key == "hang") settings.hang = number != 0;
      if (key == "refuse") settings.refuse = number != 0;
      if (key == "xrun") settings.xrun = frame;
      if (key == "gone") settings.gone = frame;
      if (key == "lost") settings.lost = frame;
      if (key == "stall") settings.stall = frame;
    }
  }
  return settings;
}

Card::Card(Settings settings)
    : settings_(std::move(settings)),
      timer_(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC)),
      log_(open_for_append(settings_.log)),
      unplugged_(settings_.gone && access(gone_mark(settings_).c_str(), F_OK) == 0) {}

Card::~Card() {
  if (capture_ >= 0) log("close", heard_);
  for (const int file : {timer_, capture_, log_})
    if (file >= 0) ::close(file);
}

void Card::configure(const snd_pcm_ioplug_t& io) {
  rate_ = io.rate;
  frame_bytes_ = io.channels * static_cast<unsigned>(snd_pcm_format_physical_width(io.format)) / 8;
  period_frames_ = io.period_size;
  buffer_frames_ = io.buffer_size;
  buffer_.assign(buffer_frames_ * frame_bytes_, 0);
  if (capture_ < 0) capture_ = open_for_append(settings_.capture);
  log("rate", rate_);
  log("channels", io.channels);
  log("period", period_frames_);
  log("buffer", buffer_frames_);
}

void Card::prepare() {
  if (queued() > 0) log("dropped", queued());
  written_ = played_ = clock_frame_ = 0;
  running_ = empty_ = false;
  // Half a period of the card's own time: often enough to refill, seldom enough to cost nothing.
  const double tick = std::max(static_cast<double>(period_frames_) / frames_a_second() / 2, 2e-4);
  itimerspec times = {};
  times.it_interval.tv_sec = static_cast<time_t>(tick);
  times.it_interval.tv_nsec = static_cast<long>((tick - std::floor(tick)) * 1e9);
  times.it_value.tv_nsec = 1;  // at once: the buffer is empty
  timerfd_settime(timer_, 0, &times, nullptr);
}

void Card::start() {
  clock_start_ = now();
  clock_frame_ = played_;
  running_ = true;
  log("start", heard_);
}

void Card::stop() {
  if (unplugged_) return;
  if (running_) advance();
  if (queued() > 0) log("dropped", queued());
  written_ = played_;
  running_ = false;
  const itimerspec never = {};
  timerfd_settime(timer_, 0, &never, nullptr);
  log("stop", heard_);
}

void Card::write(const char* frames, std::uint64_t count) {
  while (count > 0) {
    const std::uint64_t at = written_ % buffer_frames_;
    const std::uint64_t part = std::min(count, buffer_frames_ - at);
    std::memcpy(buffer_.data() + at * frame_bytes_, frames, part * frame_bytes_);
    written_ += part;
    frames += part * frame_bytes_;
    count -= part;
  }
}

void Card::clear_timer() {
  std::uint64_t ticks = 0;
  [[maybe_unused]] const ssize_t size = ::read(timer_, &ticks, sizeof ticks);
}

int Card::advance() {
  if (unplugged_) return -ENODEV;
  if (lost_) return -EIO;
  if (empty_) return -EPIPE;
  if (!running_ || stalled_) return 0;
  const std::uint64_t clock =
      clock_frame_ + static_cast<std::uint64_t>((now() - clock_start_) * frames_a_second());
  const std::uint64_t due = clock - std::min(clock, played_);
  // A fault strikes at its own frame, however late we look.
  const auto strikes = [&](const std::optional<std::uint64_t>& at) {
    return at && *at <= heard_ + std::min(due, queued());
  };
  if (strikes(settings_.gone)) {
    play(*settings_.gone - heard_);
    unplugged_ = true;
    log("gone", heard_);
    ::close(open_for_append(gone_mark(settings_)));
    return -ENODEV;
  }
  if (strikes(settings_.lost)) {
    play(*settings_.lost - heard_);
    lost_ = true;
    log("lost", heard_);
    return -EIO;
  }
  if (strikes(settings_.stall)) {
    play(*settings_.stall - heard_);
    stalled_ = true;
    log("stall", heard_);
    return 0;
  }
  const bool forced = strikes(settings_.xrun);
  if (forced) settings_.xrun.reset();
  if (forced || (due > queued() && !settings_.patient)) {
    play(queued());
    running_ = false;
    empty_ = true;
    log("xrun", heard_);
    return -EPIPE;
  }
  const bool starved = due > queued();
  play(std::min(due, queued()));
  if (starved) {  // patient: time stands still until there is something to play
    clock_start_ = now();
    clock_frame_ = played_;
  }
  return 0;
}

void Card::play(std::uint64_t count) {
  while (count > 0) {
    const std::uint64_t at = played_ % buffer_frames_;
    const std::uint64_t part = std::min(count, buffer_frames_ - at);
    const char* frames = buffer_.data() + at * frame_bytes_;
    if (!sounded_) note_first_sound(frames, part);
    write_all(capture_, frames, part * frame_bytes_);
    played_ += part;
    heard_ += part;
    count -= part;
  }
}

/// Logs the moment at which the first frame that is not silence was due, however late we look.
void Card::note_first_sound(const char* frames, std::uint64_t count) {
  const auto end = frames + count * frame_bytes_;
  const auto sound = std::find_if(frames, end, [](char byte) { return byte != 0; });
  if (sound == end) return;
  sounded_ = true;
  const std::uint64_t ahead = static_cast<std::uint64_t>(sound - frames) / frame_bytes_;
  const double frames_in = static_cast<double>(played_ + ahead - clock_frame_);
  log_at(clock_start_ + frames_in / frames_a_second(), "sound", heard_ + ahead);
}

void Card::log(const char* event, std::uint64_t number) const { log_at(now(), event, number); }

void Card::log_at(double seconds, const char* event, std::uint64_t number) const {
  if (log_ >= 0) dprintf(log_, "%.6f %s %llu\n", seconds, event, static_cast<unsigned long long>(number));
}

}  // namespace virtual_card
