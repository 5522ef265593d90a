#include "audio/pauses.h"

#include <algorithm>
#include <array>

#include "speak/rate.h"

namespace langdu {
namespace {

using enum Pause;
// "engine" is the silence that eSpeak NG 1.51 makes itself behind the mark at rate 175 (216 syllables a
// minute).
constexpr std::array table = {
    PauseRow{none, "none", 0, "a cut that must not be heard"},
    PauseRow{language, "language", 40, "as between two words of one language (engine: 39)"},
    PauseRow{enumeration, "enumeration", 150,
             "、 joins more closely than ，, though the engine makes no difference"},
    PauseRow{clause, "clause", 189, "engine"},
    PauseRow{semicolon, "semicolon", 265, "engine"},
    PauseRow{sentence, "sentence", 340, "engine"},
    PauseRow{paragraph, "paragraph", 650, "about twice a sentence: a new thought begins"},
    PauseRow{heading, "heading", 750, "a heading stands alone, longer than a paragraph"},
    PauseRow{chapter, "chapter", 1300, "twice a paragraph: a listener who looks away hears the part end"},
};

}  // namespace

std::span<const PauseRow> pause_table() { return table; }

std::uint64_t silence_frames(int milliseconds, int rate, int sample_rate) {
  const auto scale = std::clamp(static_cast<double>(usual_rate) / std::max(rate, 1), 0.4, 2.0);
  return static_cast<std::uint64_t>(milliseconds * scale * sample_rate / 1000 + 0.5);
}

std::uint64_t exact_frames(std::uint32_t milliseconds, int sample_rate) {
  return (std::uint64_t{milliseconds} * static_cast<std::uint64_t>(sample_rate) + 500) / 1000;
}

std::uint64_t pause_frames(Pause pause, int rate, int sample_rate) {
  return silence_frames(table.at(static_cast<std::size_t>(pause)).milliseconds, rate, sample_rate);
}

}  // namespace langdu
