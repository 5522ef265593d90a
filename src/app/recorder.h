#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/finished_outputs.h"
#include "app/settings.h"
#include "app/voice_setup.h"
#include "plan/plan.h"

namespace langdu {

/// Makes the recordings of a run, one after the other, with one engine. The outputs of a recording appear
/// together. When there may be several recordings, it keeps account of those that are finished, and with
/// --resume it keeps those of an earlier run.
class Recorder {
 public:
  /// Starts the engine. `folder`: of the account; empty: there is only one recording.
  Recorder(const Settings& settings, const std::string& folder, SoundUse use);

  /// Speaks the plan into the outputs ("-" is standard output). `document` is the path of its text. Returns
  /// the length in seconds. Throws what render() and OutputSet throw.
  double record(const Plan& plan, const std::vector<std::string>& outputs, const std::string& document);

  /// All recordings are made.
  void finish();

 private:
  double render_into(const Plan& plan, const std::vector<std::string>& outputs, const std::string& document);

  const Settings& settings_;
  VoiceSetup voice_;
  std::optional<FinishedOutputs> finished_;
};

}  // namespace langdu
