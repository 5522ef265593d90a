#include "audio/loudness_targets.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/error.h"

namespace langdu {
namespace {

constexpr std::array table = {
    LoudnessTarget{.name = usual_loudness,
                   .lufs = -19,
                   .true_peak_db = -1,
                   .reason = "podcasts' -16 LUFS in stereo is -19 in mono"},
    LoudnessTarget{.name = "acx",
                   .lufs = -19.5,
                   .true_peak_db = -3,
                   .gain_db = 0.1,
                   .head_ms = 750,
                   .tail_ms = 1500,
                   .reason =
                       "ACX wants -23 to -18 dB RMS, of the whole file, which speech at this loudness has "
                       "within 2 dB; peaks to -3 dB; 0.5 to 1 s before and 1 to 5 s behind"},
    LoudnessTarget{.name = "street",
                   .lufs = -16,
                   .true_peak_db = -1,
                   .gain_db = 5.2,
                   .compressed = true,
                   .reason = "cars and streets: louder, and no syllable drowned"},
    LoudnessTarget{.name = "room",
                   .lufs = -23,
                   .true_peak_db = -5,
                   .gain_db = -4,
                   .reason = "meeting rooms: EBU R 128's -23 LUFS leaves the amplifier headroom"},
};

constexpr std::string_view exact_word = "exact";

[[noreturn]] void refuse(std::string_view word) {
  std::string names;
  for (const LoudnessTarget& target : table) names.append(names.empty() ? "" : ", ").append(target.name);
  throw Error(Fault::wrong_use,
              fmt::format("--loudness: '{}' is not a loudness; use one of {}, alone or with ',{}' behind it",
                          word, names, exact_word));
}

}  // namespace

std::span<const LoudnessTarget> loudness_targets() { return table; }

LoudnessChoice parse_loudness(std::string_view words) {
  LoudnessChoice choice;
  for (std::string_view rest = words;;) {
    const std::size_t comma = rest.find(',');
    const std::string_view word = rest.substr(0, comma);
    const auto row = std::find_if(table.begin(), table.end(),
                                  [&](const LoudnessTarget& target) { return target.name == word; });
    const bool again = word == exact_word ? choice.exact : choice.target != nullptr;
    if (again || (word != exact_word && row == table.end())) refuse(words);
    if (word == exact_word) {
      choice.exact = true;
    } else {
      choice.target = &*row;
    }
    if (comma == std::string_view::npos) break;
    rest.remove_prefix(comma + 1);
  }
  if (choice.target == nullptr) choice.target = &table.front();
  return choice;
}

}  // namespace langdu
