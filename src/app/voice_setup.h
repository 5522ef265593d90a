#pragma once
#include <memory>

#include "app/settings.h"
#include "audio/render.h"
#include "speak/synth.h"

namespace langdu {

/// The voice of a run: its engine process, started here, and its level. What is `live` begins at
/// once: no sound is held back to find its level.
/// Throws Error(wrong_use | unknown_voice | out_of_range | missing_data | damaged_data | engine_failed).
class VoiceSetup {
 public:
  VoiceSetup(const Settings& settings, bool live);
  Synth& synth() { return *synth_; }
  const RenderOptions& render_options() const { return options_; }

 private:
  std::unique_ptr<Synth> synth_;
  RenderOptions options_;
};

}  // namespace langdu
