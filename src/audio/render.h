#pragma once
#include <functional>
#include <span>
#include <vector>

#include "audio/loudness_targets.h"
#include "audio/pauses.h"
#include "audio/sink.h"
#include "audio/timeline.h"
#include "plan/plan.h"
#include "speak/rate.h"
#include "speak/synth.h"

namespace langdu {

/// How the gain is found.
enum class Levelling {
  constant,    ///< that of the voice and the target: nothing is held back
  by_chapter,  ///< corrected for a chapter that comes out too loud or soft, as its first 30 s show
  exact,       ///< corrected for each whole chapter, which is spoken two or three times
};

struct RenderOptions {
  double gain_db = 0;  ///< the constant gain of this voice at this rate (voices/levels.tsv)
  LoudnessTarget target = loudness_targets().front();
  Levelling levelling = Levelling::constant;
  int volume = 100;          ///< percent of the target's level
  int rate = usual_rate;     ///< of the speech, in syllables a minute: the pauses go with it (audio/pauses.h)
  PauseLengths pauses = {};  ///< the user's
};

/// Called after each utterance with the number of utterances done and the timeline so far.
using OnProgress = std::function<void(std::uint32_t done, const Timeline& timeline)>;

/// Speaks the plan into the sinks: segments, pauses, gain, compressor, limiter. Memory for audio is bounded
/// however long the plan is: 3 MB with what is held back. Does not finish() or commit() the sinks.
Timeline render(const Plan& plan, Synth& synth, std::span<Sink* const> sinks, const RenderOptions& options,
                const OnProgress& progress);

/// Where each chapter stands in the sound.
std::vector<ChapterMark> chapter_marks(const Plan& plan, const Timeline& timeline);

}  // namespace langdu
