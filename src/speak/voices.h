#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace langdu {

/// One row of voices/voices.tsv: how a name of ours is spoken by the engine.
struct Voice {
  std::string name;
  std::string description;
  std::string mandarin;  ///< the engine's voice that reads pinyin with tone digits
  std::string english;   ///< the engine's voice for Latin words
  std::string variant;   ///< the speaker of both: a file of the engine's voices/!v, or empty for its own
  int volume = 100;      ///< the engine's volume, 1 to 100; Klatt variants clip above 50
};

/// The voice that is used when nobody names one.
inline constexpr std::string_view usual_voice = "standard";

/// Reads the table: a header line, then one voice a line, columns separated by tabs, "-" for an empty
/// variant; empty lines and lines that start with # are skipped. Throws Error(missing_data | damaged_data).
std::vector<Voice> load_voices(const std::filesystem::path& file);

/// The voice of that name. Throws Error(unknown_voice) with the list of names.
const Voice& find_voice(std::span<const Voice> voices, std::string_view name);

/// The engine's name for a voice of `language` with the variant: "en+klatt4".
std::string engine_name(std::string_view language, std::string_view variant);

}  // namespace langdu
