#pragma once
#include <cstdint>
#include <span>

#include "audio/timeline.h"

namespace langdu {

/// Where the sound goes: a file, standard output, a player. Mono 16-bit samples at the timeline's rate.
/// A sink that is destroyed before commit() leaves nothing behind.
class Sink {
 public:
  virtual ~Sink() = default;

  /// An utterance begins at frame cue.begin, which is not written yet; its end is not known.
  virtual void begin_cue(const Cue&) {}

  /// The next samples. Throws Error(disk_full | cannot_write | reader_gone | device_failed | interrupted).
  virtual void write(std::span<const std::int16_t> samples) = 0;

  /// All samples are written: completes the content (chapters, tags, sizes, the last sound played).
  virtual void finish(const Timeline& timeline) = 0;

  /// Makes the finished output visible in its place. With several sinks, all finish before the first commits.
  virtual void commit() = 0;
};

}  // namespace langdu
