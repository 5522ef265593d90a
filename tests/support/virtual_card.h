#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/temporary_folder.h"

namespace langdu {

/// How a virtual card behaves. Faults strike at a frame, counted from the first that the card plays.
struct CardSettings {
  std::string name = "hall";
  int rate = 0;      ///< Hz, the only one; 0: any
  int channels = 0;  ///< the only number; 0: one or two
  int speed = 1;  ///< times real time. Above 1 the card waits for samples instead of an xrun: our time is not
                  ///< 20 times as fast as a real program's
  bool hang = false;         ///< cannot even be opened: the call never comes back
  bool refuse = false;       ///< can be opened, but takes no format
  std::string_view fault{};  ///< "xrun", "gone" (unplugged), "lost" (every call fails) or "stall"
  std::uint64_t at = 0;      ///< the fault's frame
};

/// Sound cards for this process and every program it starts, while this object lives: it writes an ALSA
/// configuration into a directory of its own and sets ALSA_CONFIG_PATH. The first card is also ALSA's device
/// "default". What the cards are and how they fail is described in tests/support/virtual_card/.
class VirtualCards {
 public:
  explicit VirtualCards(std::vector<CardSettings> cards, bool with_default = true);
  ~VirtualCards();
  VirtualCards(const VirtualCards&) = delete;
  VirtualCards& operator=(const VirtualCards&) = delete;

  /// What the loudspeaker gave, channels interleaved, from the card's start: PortAudio begins and ends with
  /// silence.
  std::vector<std::int16_t> captured(std::string_view card = "hall") const;

  /// One event of a card's log: see Card::log in virtual_card/card.cpp. "sound" is the first frame that is
  /// not silence.
  struct Event {
    double seconds = 0;  ///< of the steady clock
    std::string name;
    std::uint64_t number = 0;
  };
  std::vector<Event> events(std::string_view card = "hall") const;
  std::optional<Event> event(std::string_view name,
                             std::string_view card = "hall") const;  ///< the first of its name

 private:
  TemporaryFolder folder_;
  std::optional<std::string> former_path_;
};

/// How captured sound compares with what was written, both mono.
struct SoundComparison {
  bool exact = false;          ///< every sample is there in its order, and nothing else but silence
  std::uint64_t matched = 0;   ///< samples found before the first that is lost or wrong
  std::uint64_t leading = 0;   ///< frames of silence before the first sample that is not 0
  std::uint64_t inserted = 0;  ///< frames of silence between samples
  std::uint64_t trailing = 0;  ///< frames of silence behind the last sample
};
SoundComparison compare_sound(const std::vector<std::int16_t>& captured,
                              const std::vector<std::int16_t>& written);

/// One channel of interleaved samples.
std::vector<std::int16_t> channel(const std::vector<std::int16_t>& interleaved, std::size_t which,
                                  std::size_t of);

}  // namespace langdu
