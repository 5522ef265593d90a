#include "app/voice_setup.h"

#include "app/data_directory.h"
#include "audio/level.h"
#include "audio/resampling_synth.h"
#include "speak/forking_synth.h"
#include "speak/voices.h"

namespace langdu {
namespace {

/// The encoders set the pace of a run: without it the engine's children take the processors from them each
/// time that there is room in the queue again.
constexpr int behind_encoders = 10;

}  // namespace

VoiceSetup::VoiceSetup(const Settings& settings, SoundUse use) {
  const LoudnessChoice loudness = parse_loudness(settings.loudness);
  const auto data = data_directory();
  const auto voices = load_voices(data / "voices.tsv");
  const Voice& voice = find_voice(voices, settings.voice);
  SynthSettings engine;
  engine.voice = voice;
  engine.rate = settings.rate;
  if (settings.jobs > 0) engine.jobs = static_cast<std::size_t>(settings.jobs);
  if (use == SoundUse::slow_encoders) engine.niceness = behind_encoders;
  synth_ = std::make_unique<ForkingSynth>(engine);
  if (settings.sample_rate && *settings.sample_rate != synth_->sample_rate())
    synth_ = std::make_unique<ResamplingSynth>(std::move(synth_), *settings.sample_rate);
  options_.gain_db = Levels::load(data / "levels.tsv").gain_db(voice.name, settings.rate);
  options_.target = *loudness.target;
  options_.levelling = use == SoundUse::live ? Levelling::constant : Levelling::by_chapter;
  if (loudness.exact) options_.levelling = Levelling::exact;
  options_.volume = settings.volume;
  options_.rate = settings.rate;
  for (const std::string& pause : settings.pauses) set_pause(options_.pauses, pause);
}

}  // namespace langdu
