#include "audio/pauses.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "speak/rate.h"
#include "text/error.h"

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

void set_pause(PauseLengths& lengths, std::string_view text) {
  const std::size_t sign = std::min(text.find('='), text.size());
  const std::string_view seconds_text = text.substr(std::min(sign + 1, text.size()));
  double seconds = -1;
  const auto [end, failure] =
      std::from_chars(seconds_text.data(), seconds_text.data() + seconds_text.size(), seconds);
  const bool number = failure == std::errc{} && end == seconds_text.data() + seconds_text.size();
  std::string names;
  for (const PauseRow& row : table) {
    if (row.pause <= Pause::language) continue;
    names += (names.empty() ? "" : ", ") + std::string(row.name);
    if (row.name != text.substr(0, sign) || !number || !(seconds >= 0 && seconds * 1000 <= longest_pause))
      continue;
    lengths[row.pause] = static_cast<int>(seconds * 1000 + 0.5);
    return;
  }
  throw Error(Fault::wrong_use,
              fmt::format("--pause: '{}' is not KIND=SECONDS; kinds are {}, seconds 0 to {}", text, names,
                          longest_pause / 1000));
}

std::uint64_t pause_frames(Pause pause, const PauseLengths& lengths, int rate, int sample_rate) {
  const auto own = lengths.find(pause);
  const int milliseconds =
      own == lengths.end() ? table.at(static_cast<std::size_t>(pause)).milliseconds : own->second;
  return silence_frames(milliseconds, rate, sample_rate);
}

}  // namespace langdu
