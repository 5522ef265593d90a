#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "audio/loudness_targets.h"
#include "speak/rate.h"
#include "speak/voices.h"

namespace langdu {

inline constexpr std::string_view usual_placeholder = "某";

/// What the user asked for. Filled from the command line through the table below.
struct Settings {
  std::string input;                 ///< a path, or "-" for standard input
  std::vector<std::string> inputs;   ///< of render: the same, several
  std::vector<std::string> outputs;  ///< paths, or "-" for standard output
  std::string voice{usual_voice};
  std::vector<std::string> lexicons;           ///< files of corrected readings; the later ones win
  std::string encoding;                        ///< of the input; empty: found
  std::vector<std::string> replacements;       ///< files of spoken forms; the later ones win
  std::string placeholder{usual_placeholder};  ///< what is said for it: letter, pause, or a word
  std::string loudness{usual_loudness};        ///< as parse_loudness() takes it
  std::string title;                           ///< of the sound files; empty: the document's
  std::string author;                          ///< the same
  std::string cover;                           ///< an image file; empty: the document's
  std::string device;               ///< name or number of the sound device; empty for the system's default
  int rate = usual_rate;            ///< syllables a minute
  int volume = 100;                 ///< percent of the calibrated level
  int jobs = 0;                     ///< processes that speak at a time; 0: as many as usual_jobs() says
  int max_size = 256;               ///< MiB of input
  int chapter_depth = 1;            ///< levels of headings that open chapters
  std::optional<int> bit_rate;      ///< kbit/s of formats that have one
  std::optional<int> sample_rate;   ///< Hz; else the voice's own
  std::optional<int> section;       ///< the only chapter to speak, from 1
  std::optional<int> from;          ///< the first sentence to speak, from 1
  std::optional<int> to;            ///< the last one
  std::vector<std::string> pauses;  ///< KIND=SECONDS (audio/pauses.h)
  bool join = false;
  bool split = false;
  bool resume = false;
  bool keep_all = false;
  bool alt_text = false;   ///< read what stands for an image
  bool footnotes = false;  ///< read them, too
  bool skip_addresses = false;
  bool ruby = false;          ///< pinyin in a page
  bool audio_beside = false;  ///< a page names the sound file of the run
  bool json = false;
  bool citation = false;
  bool explain = false;
  bool verbose = false;
};

/// The commands, as bits, so that a setting can say where it belongs.
enum Command : unsigned {
  command_render = 1,
  command_play = 2,
  command_plan = 4,
  command_normalize = 8,
  command_pinyin = 16,
  command_voices = 32,
  command_devices = 64,
  command_formats = 128,
};

/// A list takes one more value each time its setting is given.
/// An optional number has no default.
using Field = std::variant<bool Settings::*, int Settings::*, std::optional<int> Settings::*,
                           std::string Settings::*, std::vector<std::string> Settings::*>;

/// One row a setting: it serves the command line, --help, the manual page and the shell completion.
struct SettingRow {
  std::string_view name;   ///< as CLI11 takes it: "-o,--output"; positional without dashes
  std::string_view value;  ///< what stands for its value in help; empty for a flag
  std::string_view help;   ///< one line
  unsigned commands;       ///< where it may stand
  Field field;
  int least = 0;  ///< numbers only
  int most = 0;
  bool shapes_sound = true;  ///< another value may make another recording
};

std::span<const SettingRow> setting_table();

/// "--output" of "-o,--output"; the name itself of a positional.
std::string_view long_name(const SettingRow& row);

/// Reads `text` into the row's field. Throws Error(out_of_range | wrong_use).
void assign(Settings& settings, const SettingRow& row, std::string_view text);

}  // namespace langdu
