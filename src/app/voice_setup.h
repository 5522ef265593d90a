#pragma once
#include <memory>

#include "app/settings.h"
#include "audio/render.h"
#include "speak/synth.h"

namespace langdu {

/// The voice of a run: its engine process, started here, and its level.
/// Throws Error(unknown_voice | out_of_range | missing_data | damaged_data | engine_failed).
class VoiceSetup {
 public:
  explicit VoiceSetup(const Settings& settings);
  Synth& synth() { return *synth_; }
  const RenderOptions& render_options() const { return options_; }

 private:
  std::unique_ptr<Synth> synth_;
  RenderOptions options_;
};

}  // namespace langdu
