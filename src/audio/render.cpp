#include "audio/render.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "audio/limiter.h"
#include "audio/pauses.h"
#include "speak/interrupt.h"

namespace langdu {
namespace {

/// Where the sound of a segment begins. A stop consonant begins with its closure, silent for up to 80 ms in
/// slow speech, which a listener who jumps to the sentence need not sit through. 10 ms of it stay.
std::size_t onset(std::span<const std::int16_t> samples, int sample_rate) {
  constexpr int audible = 100;  // -50 dB of full scale; the engine's speech begins 20 dB above
  const auto first =
      std::find_if(samples.begin(), samples.end(), [](int sample) { return std::abs(sample) > audible; });
  if (first == samples.end()) return 0;
  const auto silent = static_cast<std::size_t>(first - samples.begin());
  const auto kept = static_cast<std::size_t>(sample_rate / 100);
  return silent - std::min(silent, kept);
}

/// Takes the segments as they come, keeps the time, and passes the finished samples on.
class Renderer {
 public:
  Renderer(const Plan& plan, int sample_rate, std::span<Sink* const> sinks, const RenderOptions& options)
      : plan_(plan),
        sinks_(sinks),
        rate_(options.rate),
        limiter_(sample_rate, std::pow(10, options.gain_db / 20) * options.volume / 100) {
    timeline_.sample_rate = sample_rate;
    timeline_.cues.reserve(plan.utterances.size());
  }

  /// True when the segment was the last of its utterance.
  bool add(const SpokenSegment& spoken) {
    throw_if_interrupted();
    const Utterance& utterance = plan_.utterances.at(spoken.utterance);
    if (spoken.segment == 0) {
      const auto first_word = static_cast<std::uint32_t>(timeline_.word_begins.size());
      const std::uint64_t begin = timeline_.frames + onset(spoken.samples, timeline_.sample_rate);
      timeline_.cues.push_back({spoken.utterance, begin, begin, first_word});
      for (Sink* const sink : sinks_) sink->begin_cue(timeline_.cues.back());
    }
    Cue& cue = timeline_.cues.back();
    for (const std::uint32_t begin : spoken.word_begins) {
      const std::uint64_t at = std::max(timeline_.frames + begin, cue.begin);
      timeline_.word_begins.push_back(static_cast<std::uint32_t>(at - cue.begin));
    }
    write(spoken.samples);
    cue.end = timeline_.frames;

    const bool last_segment = spoken.segment + 1 == utterance.segments.size();
    const bool last = last_segment && spoken.utterance + 1 == plan_.utterances.size();
    silence(last ? silence_frames(closing_silence_ms, rate_, timeline_.sample_rate)
                 : pause_frames(utterance.segments.at(spoken.segment).after, rate_, timeline_.sample_rate));
    return last_segment;
  }

  Timeline finish() {
    limiter_.flush(ready_);
    pass_on();
    return std::move(timeline_);
  }

  const Timeline& timeline() const { return timeline_; }

 private:
  static constexpr std::size_t piece = 4096;  ///< samples: bounds the memory whatever the length of a segment

  void write(std::span<const std::int16_t> samples) {
    while (!samples.empty()) {
      const std::size_t count = std::min(samples.size(), piece);
      limiter_.process(samples.first(count), ready_);
      pass_on();
      timeline_.frames += count;
      samples = samples.subspan(count);
    }
  }

  void silence(std::uint64_t frames) {
    static constexpr std::array<std::int16_t, piece> zeros{};
    for (std::uint64_t left = frames; left > 0; left -= std::min<std::uint64_t>(left, piece)) {
      write(std::span(zeros).first(static_cast<std::size_t>(std::min<std::uint64_t>(left, piece))));
    }
  }

  void pass_on() {
    if (!ready_.empty()) {
      for (Sink* const sink : sinks_) sink->write(ready_);
    }
    ready_.clear();
  }

  const Plan& plan_;
  const std::span<Sink* const> sinks_;
  const int rate_;
  Limiter limiter_;
  std::vector<std::int16_t> ready_;
  Timeline timeline_;
};

}  // namespace

Timeline render(const Plan& plan, Synth& synth, std::span<Sink* const> sinks, const RenderOptions& options,
                const OnProgress& progress) {
  Renderer renderer(plan, synth.sample_rate(), sinks, options);
  const auto all = static_cast<std::uint32_t>(plan.utterances.size());
  synth.speak(plan, {0, all}, [&](const SpokenSegment& spoken) {
    if (renderer.add(spoken) && progress) progress(spoken.utterance + 1, renderer.timeline());
  });
  return renderer.finish();
}

std::vector<ChapterMark> chapter_marks(const Plan& plan, const Timeline& timeline) {
  std::vector<ChapterMark> marks;
  auto cue = timeline.cues.begin();
  for (std::uint32_t i = 0; i < plan.chapters.size(); ++i) {
    const std::uint32_t first = plan.chapters[i].first;
    while (cue != timeline.cues.end() && cue->utterance < first) ++cue;
    const bool empty = cue == timeline.cues.end() ||
                       (i + 1 < plan.chapters.size() && cue->utterance >= plan.chapters[i + 1].first);
    if (empty) continue;  // nothing of it was rendered
    if (!marks.empty()) marks.back().end = cue->begin;
    marks.push_back({marks.empty() ? 0 : cue->begin, timeline.frames, i});
  }
  return marks;
}

}  // namespace langdu
