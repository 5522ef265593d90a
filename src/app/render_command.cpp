#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>

#include "app/commands.h"
#include "app/data_directory.h"
#include "app/input.h"
#include "app/messages.h"
#include "app/plan_input.h"
#include "app/progress.h"
#include "app/voice_setup.h"
#include "audio/render.h"
#include "output/outputs.h"
#include "text/error.h"

namespace langdu {
namespace {

/// Where the sound goes: standard input alone goes to standard output.
std::string output_of(const Settings& settings) {
  if (!settings.output.empty()) return settings.output;
  if (settings.input == "-") return "-";
  throw Error(Fault::no_output);
}

/// What would go wrong later is said before anything is read.
void check_output(const Settings& settings, const std::string& output) {
  if (output == "-") {
    if (isatty(STDOUT_FILENO))
      throw Error(Fault::wrong_use, "standard output is a terminal; redirect it, or name a file with -o");
    return;
  }
  check_extension(output);
  std::error_code ignored;
  const std::string input = settings.input == "-" ? "/proc/self/fd/0" : settings.input;
  if (std::filesystem::equivalent(input, output, ignored)) throw Error(Fault::output_is_input, output);
}

}  // namespace

void run_render(const Settings& settings) {
  const std::string output = output_of(settings);
  check_output(settings, output);
  const auto start = std::chrono::steady_clock::now();
  VoiceSetup voice(settings);  // first, so that the engine starts while the text is planned
  const Plan plan = plan_input(settings);
  require_utterances(settings, plan);
  const auto sink = open_output(output, plan, voice.synth().sample_rate());
  Sink* const sinks[] = {sink.get()};
  Timeline timeline;
  {
    Progress progress(plan);
    timeline = render(plan, voice.synth(), sinks, voice.render_options(),
                      [&](std::uint32_t done, const Timeline& so_far) { progress.show(done, so_far); });
    sink->finish(timeline);
  }
  sink->commit();
  if (settings.verbose) {
    const double seconds = static_cast<double>(timeline.frames) / timeline.sample_rate;
    const double elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    tell("speak: {:.1f} s of sound in {:.2f} s\n", seconds, elapsed);
    tell("write: {}\n", output == "-" ? "standard output" : output);
  }
}

}  // namespace langdu
