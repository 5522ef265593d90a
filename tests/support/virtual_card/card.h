#pragma once
#include <alsa/asoundlib.h>
// pcm_external.h needs asoundlib.h before it.
#include <alsa/pcm_external.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace virtual_card {

/// What the ALSA configuration says of one card. Frames count from the first one that the card ever played.
struct Settings {
  std::string capture;  ///< what the card has played is appended to this file, as the raw frames it got
  std::string log;      ///< one line an event: seconds of CLOCK_MONOTONIC, the event, a number
  long rate = 0;        ///< the only rate, Hz; 0: any
  long channels = 0;    ///< the only number of channels; 0: one or two
  long speed = 1;       ///< how many times faster than real time the card plays
  bool patient =
      false;            ///< an empty buffer stops the card's clock; without it, it is an xrun, as on hardware
  bool hang = false;    ///< whoever opens the card never comes back
  bool refuse = false;  ///< the card can be opened, but takes no format
  std::optional<std::uint64_t> xrun;  ///< at this frame: the buffer runs empty at once, one time
  std::optional<std::uint64_t> gone;  ///< at this frame: unplugged, for this and every later opening
  std::optional<std::uint64_t>
      lost;  ///< at this frame: every call fails from now on, as when a sound server dies
  std::optional<std::uint64_t> stall;  ///< at this frame: the clock stops for good; no error is reported
};

/// Reads one `pcm.NAME { type virtual ... }` block. Unknown keys are ignored: ALSA adds its own.
Settings read_settings(snd_config_t* block);

/// The clock, the buffer and the loudspeaker of one opened card. It knows nothing of ALSA's state machine:
/// plugin.cpp drives it. Used by one thread at a time.
class Card {
 public:
  explicit Card(Settings settings);
  ~Card();
  Card(const Card&) = delete;
  Card& operator=(const Card&) = delete;

  const Settings& settings() const { return settings_; }
  bool unplugged() const { return unplugged_; }
  bool lost() const { return lost_; }
  int timer() const { return timer_; }

  void configure(const snd_pcm_ioplug_t& io);
  void prepare();
  void start();
  void stop();  ///< what is queued is lost, and logged as dropped
  void write(const char* frames, std::uint64_t count);
  void clear_timer();

  /// Plays what is due by now. Returns 0, -ENODEV once unplugged, -EIO once lost, -EPIPE from an xrun until
  /// prepare().
  int advance();
  std::uint64_t played() const { return played_; }  ///< frames since prepare()
  std::uint64_t queued() const { return written_ - played_; }
  std::uint64_t room() const { return buffer_frames_ - queued(); }

 private:
  double frames_a_second() const { return static_cast<double>(rate_) * static_cast<double>(settings_.speed); }
  void play(std::uint64_t count);
  void note_first_sound(const char* frames, std::uint64_t count);
  void log(const char* event, std::uint64_t number) const;
  void log_at(double seconds, const char* event, std::uint64_t number) const;

  Settings settings_;
  int timer_ = -1;  ///< ticks twice a period while the card is in use, so that poll() comes back
  int capture_ = -1;
  int log_ = -1;
  std::uint32_t rate_ = 0;
  std::uint64_t frame_bytes_ = 0;
  std::uint64_t period_frames_ = 0;
  std::uint64_t buffer_frames_ = 0;
  std::vector<char> buffer_;   ///< a circle of buffer_frames_ frames
  std::uint64_t written_ = 0;  ///< since prepare()
  std::uint64_t played_ = 0;   ///< since prepare()
  std::uint64_t heard_ = 0;    ///< since the card was opened
  double clock_start_ = 0;     ///< when frame clock_frame_ was played
  std::uint64_t clock_frame_ = 0;
  bool running_ = false;
  bool empty_ = false;  ///< after an xrun, until prepare()
  bool unplugged_ = false;
  bool lost_ = false;
  bool stalled_ = false;
  bool sounded_ = false;
};

}  // namespace virtual_card
