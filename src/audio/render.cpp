#include "audio/render.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "audio/chapter_level.h"
#include "audio/compressor.h"
#include "audio/decibels.h"
#include "audio/onset.h"
#include "speak/interrupt.h"

namespace langdu {
namespace {

ChapterLevel::Settings level_settings(int sample_rate, const RenderOptions& options) {
  const double volume = options.volume / 100.0;
  ChapterLevel::Settings settings;
  settings.sample_rate = sample_rate;
  settings.gain =
      volume * factor_of_db(options.target.compressed ? options.target.gain_db + Compressor::headroom_db
                                                      : options.gain_db + options.target.gain_db);
  settings.ceiling_db = ceiling_db(options.target);
  settings.aim_lufs = options.target.lufs + 20 * std::log10(volume);
  settings.hold_back = options.levelling == Levelling::by_chapter && options.volume > 0;
  return settings;
}

std::uint64_t frames_of(int milliseconds, int sample_rate) {
  return static_cast<std::uint64_t>(milliseconds) * static_cast<std::uint64_t>(sample_rate) / 1000;
}

/// Takes the segments as they come, keeps the time, and passes the finished samples on.
class Renderer {
 public:
  Renderer(const Plan& plan, std::span<Sink* const> sinks, const RenderOptions& options,
           const ChapterLevel::Settings& level)
      : plan_(plan), sinks_(sinks), options_(options), level_(level) {
    if (options.target.compressed) compressor_.emplace(level.sample_rate, factor_of_db(options.gain_db));
    timeline_.sample_rate = level.sample_rate;
    timeline_.cues.reserve(plan.utterances.size());
    level_.begin_chapter(ready_);
    silence(frames_of(options.target.head_ms, level.sample_rate));
  }

  /// True when the segment was the last of its utterance.
  bool add(const SpokenSegment& spoken) {
    throw_if_interrupted();
    const Utterance& utterance = plan_.utterances.at(spoken.utterance);
    if (spoken.segment == 0) {
      begin_chapters(spoken.utterance);
      const auto first_word = static_cast<std::uint32_t>(timeline_.word_begins.size());
      // A stop consonant begins with its closure, silent for up to 80 ms in slow speech, which a listener who
      // jumps to the sentence need not sit through.
      const std::uint64_t begin =
          timeline_.frames + find_onset(spoken.samples, timeline_.sample_rate).value_or(0);
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
    silence(frames_behind(utterance.segments.at(spoken.segment), last));
    return last_segment;
  }

  Timeline finish() {
    if (compressor_) {
      compressed_.clear();
      compressor_->flush(compressed_);
      level_.process(compressed_, ready_);
    }
    level_.flush(ready_);
    pass_on();
    return std::move(timeline_);
  }

  const ChapterLevel& level() const { return level_; }

  const Timeline& timeline() const { return timeline_; }

 private:
  static constexpr std::size_t piece = 4096;  ///< samples: bounds the memory whatever the length of a segment

  std::uint64_t closing_frames() const {
    const int milliseconds = options_.target.tail_ms;
    return milliseconds > 0 ? frames_of(milliseconds, timeline_.sample_rate)
                            : silence_frames(closing_silence_ms, options_.rate, timeline_.sample_rate);
  }

  /// The compressor withholds a little of the pause before the chapter, which so belongs to the chapter.
  void begin_chapters(std::uint32_t utterance) {
    for (; next_chapter_ < plan_.chapters.size() && plan_.chapters[next_chapter_].first <= utterance;
         ++next_chapter_) {
      if (next_chapter_ > 0) level_.begin_chapter(ready_);
    }
  }

  void write(std::span<const std::int16_t> samples) {
    while (!samples.empty()) {
      const std::size_t count = std::min(samples.size(), piece);
      compressed_.clear();
      if (compressor_) compressor_->process(samples.first(count), compressed_);
      level_.process(compressor_ ? std::span<const std::int16_t>(compressed_) : samples.first(count), ready_);
      pass_on();
      timeline_.frames += count;
      samples = samples.subspan(count);
    }
  }

  /// The silence behind a segment.
  std::uint64_t frames_behind(const Segment& segment, bool last) const {
    const int sample_rate = timeline_.sample_rate;
    const std::uint64_t closing = last ? closing_frames() : 0;
    if (segment.exact_pause) return std::max(closing, exact_frames(*segment.exact_pause, sample_rate));
    return last ? closing : pause_frames(segment.after, options_.pauses, options_.rate, sample_rate);
  }

  void silence(std::uint64_t frames) {
    static constexpr std::array<std::int16_t, piece> zeros{};
    for (std::uint64_t left = frames; left > 0; left -= std::min<std::uint64_t>(left, piece)) {
      write(std::span(zeros).first(static_cast<std::size_t>(std::min<std::uint64_t>(left, piece))));
    }
  }

  /// In pieces, since the start of a chapter is ready all at once.
  void pass_on() {
    for (std::span<const std::int16_t> left(ready_); !left.empty();) {
      const std::size_t count = std::min(left.size(), 2 * piece);
      for (Sink* const sink : sinks_) sink->write(left.first(count));
      left = left.subspan(count);
    }
    ready_.clear();
  }

  const Plan& plan_;
  const std::span<Sink* const> sinks_;
  const RenderOptions& options_;
  std::size_t next_chapter_ = 0;  ///< index in plan.chapters
  std::optional<Compressor> compressor_;
  ChapterLevel level_;
  std::vector<std::int16_t> compressed_;
  std::vector<std::int16_t> ready_;
  Timeline timeline_;
};

/// Speaks the plan to nobody until each chapter is as loud as it shall be. The dB a chapter.
std::vector<double> find_corrections(const Plan& plan, Synth& synth, const RenderOptions& options,
                                     ChapterLevel::Settings level) {
  constexpr int most_rounds = 3;  // each leaves a tenth of the error: the limiter takes a part of a gain away
  constexpr double most = ChapterLevel::most_correction_db;
  const auto all = static_cast<std::uint32_t>(plan.utterances.size());
  level.measure = true;
  level.corrections.resize(std::max<std::size_t>(plan.chapters.size(), 1));
  for (int round = 0; round < most_rounds; ++round) {
    Renderer renderer(plan, {}, options, level);
    synth.speak(plan, {0, all}, [&](const SpokenSegment& spoken) { renderer.add(spoken); });
    renderer.finish();
    bool changed = false;
    const auto& loudness = renderer.level().loudness();
    for (std::size_t i = 0; i < loudness.size(); ++i) {
      const double miss = level.aim_lufs - loudness[i].value_or(level.aim_lufs);
      if (std::abs(miss) <= ChapterLevel::close_lu) continue;
      const double better = std::clamp(level.corrections[i] + miss, -most, most);
      changed = changed || better != level.corrections[i];
      level.corrections[i] = better;
    }
    if (!changed) break;
  }
  return level.corrections;
}

}  // namespace

Timeline render(const Plan& plan, Synth& synth, std::span<Sink* const> sinks, const RenderOptions& options,
                const OnProgress& progress) {
  ChapterLevel::Settings level = level_settings(synth.sample_rate(), options);
  if (options.levelling == Levelling::exact && options.volume > 0)
    level.corrections = find_corrections(plan, synth, options, level);
  Renderer renderer(plan, sinks, options, level);
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
