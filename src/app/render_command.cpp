#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/data_directory.h"
#include "app/input.h"
#include "app/messages.h"
#include "app/plan_input.h"
#include "app/progress.h"
#include "app/voice_setup.h"
#include "audio/render.h"
#include "output/output_set.h"
#include "output/outputs.h"
#include "text/error.h"

namespace langdu {
namespace {

/// Where the sound goes: standard input alone goes to standard output.
std::vector<std::string> outputs_of(const Settings& settings) {
  if (!settings.outputs.empty()) return settings.outputs;
  if (settings.input == "-") return {"-"};
  throw Error(Fault::no_output);
}

/// What would go wrong later is said before anything is read.
void check(const Settings& settings, const std::vector<std::string>& outputs) {
  check_outputs(outputs);
  const std::string input = settings.input == "-" ? "/proc/self/fd/0" : settings.input;
  for (const std::string& output : outputs) {
    std::error_code ignored;
    if (output == "-") {
      if (isatty(STDOUT_FILENO))
        throw Error(Fault::wrong_use, "standard output is a terminal; redirect it, or name a file with -o");
    } else if (std::filesystem::equivalent(input, output, ignored)) {
      throw Error(Fault::output_is_input, output);
    }
  }
}

void tell_left_out(const std::vector<std::string>& outputs, std::size_t chapters) {
  for (const std::string& output : outputs) {
    if (output == "-") continue;
    const OutputFormat& format = format_of(output);
    if (chapters > format.most_chapters)
      tell(
          "{}: note: {} has room for {} of the {} chapters; inner levels are left out first, then the last\n",
          output, format.extension, format.most_chapters, chapters);
  }
}

}  // namespace

void run_render(const Settings& settings) {
  const std::vector<std::string> outputs = outputs_of(settings);
  check(settings, outputs);
  const auto start = std::chrono::steady_clock::now();
  const bool live = std::find(outputs.begin(), outputs.end(), "-") != outputs.end();
  VoiceSetup voice(settings, live);  // first, so that the engine starts while the text is planned
  const Plan plan = plan_input(settings);
  require_utterances(settings, plan);
  OutputSet set(outputs, settings.input, plan, {voice.synth().sample_rate()});
  Timeline timeline;
  {
    Progress progress(plan);
    timeline = render(plan, voice.synth(), set.sinks(), voice.render_options(),
                      [&](std::uint32_t done, const Timeline& so_far) { progress.show(done, so_far); });
    set.finish(timeline);
  }
  set.commit();
  tell_left_out(outputs, plan.chapters.size());
  if (settings.verbose) {
    const double seconds = static_cast<double>(timeline.frames) / timeline.sample_rate;
    const double elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    tell("speak: {:.1f} s of sound in {:.2f} s\n", seconds, elapsed);
    for (const std::string& output : outputs) tell("write: {}\n", output == "-" ? "standard output" : output);
  }
}

}  // namespace langdu
