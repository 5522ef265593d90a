#pragma once
#include <memory>

#include "app/settings.h"
#include "audio/render.h"
#include "speak/synth.h"

namespace langdu {

/// Who takes the sound.
enum class SoundUse {
  live,           ///< begins at once: no sound is held back to find its level
  file,           ///< as fast as can be
  slow_encoders,  ///< whose threads are to have a processor whenever they want one
};

/// The voice of a run: its engine process, started here, and its level.
/// Throws Error(wrong_use | unknown_voice | out_of_range | missing_data | damaged_data | engine_failed).
class VoiceSetup {
 public:
  VoiceSetup(const Settings& settings, SoundUse use);
  Synth& synth() { return *synth_; }
  const RenderOptions& render_options() const { return options_; }

 private:
  std::unique_ptr<Synth> synth_;
  RenderOptions options_;
};

}  // namespace langdu
