#include "audio/chapter_level.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "audio/decibels.h"
#include "audio/onset.h"

namespace langdu {
namespace {

/// In LUFS, from the first sound on, as a player that jumps to the chapter begins there: the meter's blocks
/// of 400 ms fall otherwise elsewhere, which changes the loudness of a single syllable by 1 LU.
std::optional<double> loudness_of(std::span<const std::int16_t> samples, int sample_rate) {
  const auto onset = find_onset(samples, sample_rate);
  if (!onset) return std::nullopt;
  LoudnessMeter meter(sample_rate);
  meter.add(samples.subspan(*onset));
  return meter.lufs();
}

}  // namespace

ChapterLevel::ChapterLevel(Settings settings)
    : settings_(std::move(settings)),
      most_held_(static_cast<std::size_t>(held_seconds * settings_.sample_rate)),
      limiter_(std::make_unique<Limiter>(settings_.sample_rate, settings_.gain, settings_.ceiling_db)) {}

void ChapterLevel::begin_chapter(std::vector<std::int16_t>& out) {
  end_chapter(out);
  const double correction = chapters_ < settings_.corrections.size() ? settings_.corrections[chapters_] : 0;
  ++chapters_;
  limiter_->set_gain(settings_.gain * factor_of_db(correction));
  holding_ = settings_.hold_back;
  if (settings_.measure) meter_.emplace(settings_.sample_rate);
}

void ChapterLevel::process(std::span<const std::int16_t> in, std::vector<std::int16_t>& out) {
  if (holding_) {
    const std::size_t count = std::min(in.size(), most_held_ - held_.size());
    held_.insert(held_.end(), in.begin(), in.begin() + static_cast<std::ptrdiff_t>(count));
    in = in.subspan(count);
    if (held_.size() == most_held_) settle(out);
  }
  if (!in.empty()) limit(in, out);
}

void ChapterLevel::flush(std::vector<std::int16_t>& out) {
  end_chapter(out);
  limiter_->flush(out);
}

void ChapterLevel::end_chapter(std::vector<std::int16_t>& out) {
  if (holding_) settle(out);
  if (meter_) loudness_.push_back(meter_->lufs());
  meter_.reset();
}

/// The limiter withholds less than 20 ms: so much of the pause before the chapter is measured with it.
void ChapterLevel::limit(std::span<const std::int16_t> in, std::vector<std::int16_t>& out) {
  const std::size_t before = out.size();
  limiter_->process(in, out);
  if (meter_) meter_->add(std::span(out).subspan(before));
}

/// Tries what is held with copies of the limiter until it is loud enough or cannot be, and goes on with that.
void ChapterLevel::settle(std::vector<std::int16_t>& out) {
  constexpr int most_tries = 4;
  std::vector<std::int16_t> made;
  double correction = 0;
  for (int tries = 1;; ++tries) {
    auto trial = std::make_unique<Limiter>(*limiter_);
    trial->set_gain(settings_.gain * factor_of_db(correction));
    made.clear();
    trial->process(held_, made);
    const double miss =
        settings_.aim_lufs - loudness_of(made, settings_.sample_rate).value_or(settings_.aim_lufs);
    const double better = std::clamp(correction + miss, -most_correction_db, most_correction_db);
    const bool good = std::abs(miss) <= (tries == 1 ? left_alone_lu : close_lu);
    if (good || better == correction || tries == most_tries) {
      limiter_ = std::move(trial);
      break;
    }
    correction = better;
  }
  out.insert(out.end(), made.begin(), made.end());
  held_.clear();
  holding_ = false;
}

}  // namespace langdu
