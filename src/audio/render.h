#pragma once
#include <functional>
#include <span>
#include <vector>

#include "audio/pauses.h"
#include "audio/sink.h"
#include "audio/timeline.h"
#include "plan/plan.h"
#include "speak/rate.h"
#include "speak/synth.h"

namespace langdu {

struct RenderOptions {
  double gain_db = 0;        ///< the constant gain of this voice at this rate (voices/levels.tsv)
  int volume = 100;          ///< percent of the calibrated level
  int rate = usual_rate;     ///< of the speech, in syllables a minute: the pauses go with it (audio/pauses.h)
  PauseLengths pauses = {};  ///< the user's
};

/// Called after each utterance with the number of utterances done and the timeline so far.
using OnProgress = std::function<void(std::uint32_t done, const Timeline& timeline)>;

/// Speaks the plan into the sinks: segments, pauses, gain, limiter. Memory for audio is bounded however long
/// the plan is. Does not finish() or commit() the sinks.
Timeline render(const Plan& plan, Synth& synth, std::span<Sink* const> sinks, const RenderOptions& options,
                const OnProgress& progress);

/// Where each chapter stands in the sound.
std::vector<ChapterMark> chapter_marks(const Plan& plan, const Timeline& timeline);

}  // namespace langdu
