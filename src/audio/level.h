#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace langdu {

/// The loudness that the gains are made for: podcasts' -16 LUFS in stereo is -19 in mono.
constexpr double target_lufs = -19;
/// The highest true peak that a file may show, in dB of full scale.
constexpr double highest_true_peak_db = -1;

/// The gains that bring each voice at each rate to target_lufs: voices/levels.tsv, written by
/// scripts/calibrate.
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
