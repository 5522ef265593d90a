#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace langdu {

/// The gains that bring each voice at each rate to the usual loudness, the first of audio/loudness_targets.h:
/// voices/levels.tsv, written by scripts/calibrate.
class Levels {
 public:
  /// Lines of voice, rate in syllables a minute and gain in dB, separated by tabs; '#' begins a comment line.
  /// Throws Error(missing_data | cannot_read | damaged_data); the latter names file and line.
  static Levels load(const std::filesystem::path& file);

  /// In dB; between two measured rates it lies between their gains, beyond them it is the nearest one's.
  /// Throws Error(damaged_data) for a voice without a line.
  double gain_db(std::string_view voice, int rate) const;

 private:
  struct Row {
    std::string voice;
    int rate;
    double gain_db;
  };
  std::string file_;
  std::vector<Row> rows_;  ///< by voice, then rate; both unique
};

}  // namespace langdu
