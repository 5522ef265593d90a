#include <utility>

#include "app/chosen_part.h"
#include "app/commands.h"
#include "app/input.h"
#include "app/plan_input.h"
#include "app/voice_setup.h"
#include "audio/render.h"
#include "live/player.h"
#include "text/error.h"

namespace langdu {

void run_play(const Settings& settings) {
  check_part(settings);
  if (parse_loudness(settings.loudness).exact)
    throw Error(Fault::wrong_use,
                "--loudness: 'exact' needs the whole text before the first sound; leave it out");
  VoiceSetup voice(settings, SoundUse::live);
  const int sample_rate = voice.synth().sample_rate();
  PlayerOptions options;
  options.device = settings.device;
  options.keep_stderr = settings.verbose;
  PlayerSink player(sample_rate, options);  // the device is opened while the text is planned
  Plan whole = plan_input(settings, settings.input);
  require_utterances(settings.input, whole);
  const Plan plan = chosen_part(settings, input_name(settings.input), std::move(whole));
  Sink* const sinks[] = {&player};
  const Timeline timeline = render(plan, voice.synth(), sinks, voice.render_options(), {});
  player.finish(timeline);
  player.commit();
}

}  // namespace langdu
