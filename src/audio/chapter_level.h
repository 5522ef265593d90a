#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "audio/limiter.h"
#include "audio/loudness_meter.h"

namespace langdu {

/// The gain of each chapter, and the limiter behind it, for one mono stream of 16-bit samples.
///
/// One gain serves all chapters, but for those that it leaves too loud or too soft: mostly short ones, a
/// title of four hanzi above all. The gain changes only where a chapter begins, which is in silence. What
/// comes out is as long as what went in, and the same however that is cut; it is all there after flush().
class ChapterLevel {
 public:
  struct Settings {
    int sample_rate = 0;     ///< Hz
    double gain = 1;         ///< a factor, for every chapter
    double ceiling_db = 0;   ///< of the limiter, relative to full scale
    double aim_lufs = 0;     ///< the loudness to reach
    bool hold_back = false;  ///< the start of each chapter until it is known how loud it comes out
    bool measure = false;    ///< tell in loudness() how loud each whole chapter came out
    std::vector<double> corrections =
        {};  ///< dB a chapter on top of the gain; 0 for those that are not in it
  };

  /// A chapter may be corrected by this much, in dB. Voices do not differ more from themselves; what does
  /// (one syllable, a sound that is no speech) is better left somewhat softer than blown up.
  static constexpr double most_correction_db = 3;
  /// Correct only what misses the aim by more, in LU: then neighbours differ by less than 1, which few hear,
  /// and long chapters of an ordinary text keep the constant gain, as live.
  static constexpr double left_alone_lu = 0.4;
  /// What is corrected shall be this close, in LU; the limiter takes a part of a gain away.
  static constexpr double close_lu = 0.1;
  /// This much is held back at most. 30 s of one text and voice are within 0.5 LU of the whole (a standard
  /// deviation of 0.22); chapters differ as long as they are shorter.
  static constexpr double held_seconds = 30;

  explicit ChapterLevel(Settings settings);

  /// What process() takes from now on belongs to the next chapter. May append to `out`.
  void begin_chapter(std::vector<std::int16_t>& out);

  /// Takes samples and appends to `out` those that are ready.
  void process(std::span<const std::int16_t> in, std::vector<std::int16_t>& out);

  /// Appends all that is withheld. The stream ends here.
  void flush(std::vector<std::int16_t>& out);

  /// One value a chapter, with Settings::measure: in LUFS, nothing for silence. After flush().
  const std::vector<std::optional<double>>& loudness() const { return loudness_; }

 private:
  void limit(std::span<const std::int16_t> in, std::vector<std::int16_t>& out);
  void settle(std::vector<std::int16_t>& out);
  void end_chapter(std::vector<std::int16_t>& out);

  const Settings settings_;
  const std::size_t most_held_;
  std::unique_ptr<Limiter> limiter_;
  std::size_t chapters_ = 0;  ///< that have begun
  bool holding_ = false;
  std::vector<std::int16_t> held_;  ///< of this chapter, before the limiter
  std::optional<LoudnessMeter> meter_;
  std::vector<std::optional<double>> loudness_;
};

}  // namespace langdu
