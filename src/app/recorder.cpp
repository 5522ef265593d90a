#include "app/recorder.h"

#include <fmt/format.h>

#include <chrono>

#include "app/messages.h"
#include "app/progress.h"
#include "app/tags.h"
#include "audio/render.h"
#include "output/output_set.h"
#include "output/outputs.h"

namespace langdu {
namespace {

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

Recorder::Recorder(const Settings& settings, const std::string& folder, SoundUse use)
    : settings_(settings), voice_(settings, use) {
  if (!folder.empty()) finished_.emplace(folder);
}

double Recorder::record(const Plan& plan, const std::vector<std::string>& outputs,
                        const std::string& document) {
  if (!finished_) return render_into(plan, outputs, document);
  const std::string key = recording_key(settings_, plan, outputs);
  if (settings_.resume) {
    if (const auto seconds = finished_->find(outputs, key)) {
      for (const std::string& output : outputs) tell("{}: kept, finished before\n", output);
      return *seconds;
    }
  }
  const double seconds = render_into(plan, outputs, document);
  finished_->add(outputs, key, seconds);
  return seconds;
}

double Recorder::render_into(const Plan& plan, const std::vector<std::string>& outputs,
                             const std::string& document) {
  const auto start = std::chrono::steady_clock::now();
  OutputSet set(outputs, document, plan, output_options(settings_));
  Timeline timeline;
  {
    Progress progress(plan);
    timeline = render(plan, voice_.synth(), set.sinks(), voice_.render_options(),
                      [&](std::uint32_t done, const Timeline& so_far) { progress.show(done, so_far); });
    set.finish(timeline);
  }
  set.commit();
  tell_left_out(outputs, plan.chapters.size());
  const double seconds = static_cast<double>(timeline.frames) / timeline.sample_rate;
  if (settings_.verbose) {
    const double elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    tell("speak: {:.1f} s of sound in {:.2f} s\n", seconds, elapsed);
    for (const std::string& output : outputs) tell("write: {}\n", output == "-" ? "standard output" : output);
  }
  return seconds;
}

void Recorder::finish() {
  if (finished_ && !settings_.resume) finished_->forget();
}

}  // namespace langdu
