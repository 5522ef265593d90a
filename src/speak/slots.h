#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace langdu {

/// How a child fared with its job.
enum class Outcome : std::uint32_t {
  unfinished,     ///< it has not said
  spoken,         ///< all segments are there
  lost_word,      ///< the engine reported no start for a word
  too_long,       ///< more sound than a slot holds
  engine_refused  ///< the engine returned an error
};

/// The most segments of a job, and words of all of them: a segment weighs at least 1, a word has at least two
/// bytes of the longest text.
inline constexpr std::size_t most_segments = 60;
inline constexpr std::size_t most_words = 512;

/// The head of a slot. Written by one child, read by main after the child is gone; the samples follow it.
struct SlotHead {
  struct Part {
    std::uint32_t first_sample, end_sample, first_word, end_word;
  };
  Outcome outcome;
  std::uint32_t segment, word;  ///< of lost_word: which
  std::uint32_t samples, words;
  std::array<Part, most_segments> parts;
  std::array<std::uint32_t, most_words> word_begins;
};

/// Of a slot that is free, this much stays in memory: 21 seconds, so that the usual sentence fills pages that
/// are there already (taking them away each time cost 3 % of the CPU).
inline constexpr std::size_t kept_bytes = 224 * 4096;

/// One slot of the shared memory.
struct Slot {
  SlotHead* head = nullptr;
  std::span<std::int16_t> samples;
};

/// The child's side: collects the sound of a job. The segments may come in any order.
class JobSound {
 public:
  explicit JobSound(Slot slot) : slot_(slot) {}

  void begin_segment(std::uint32_t index);
  /// False when the slot is full: the job must end.
  bool add(std::span<const std::int16_t> samples);
  /// What was added since begin_segment().
  std::span<std::int16_t> segment() const;
  /// Keeps the first `samples` of it. False when the slot has no room for so many words.
  bool end_segment(std::size_t samples, std::span<const std::uint32_t> word_begins);
  void finish(Outcome outcome, std::uint32_t word = 0);

 private:
  Slot slot_;
  std::uint32_t current_ = 0;
  std::uint32_t begin_ = 0;
};

/// The sound of one segment of a job, in the slot.
struct SegmentSound {
  std::span<const std::int16_t> samples;
  std::span<const std::uint32_t> word_begins;
};

/// Main's side: the segment `index`. Nothing when what the child left cannot be true.
std::optional<SegmentSound> read_segment(Slot slot, std::uint32_t index);

/// Memory that main, helper and children share: mapped before the helper is forked, gone with the last of
/// them. Pages are used only where sound was written.
class Slots {
 public:
  /// Throws Error(engine_failed).
  Slots(std::size_t count, std::size_t samples_each);
  ~Slots();
  Slots(const Slots&) = delete;
  Slots& operator=(const Slots&) = delete;

  std::size_t count() const { return count_; }
  Slot slot(std::size_t index) const;
  /// Makes the slot ready for a new job.
  void clear(std::size_t index) const;
  /// Gives back the memory of long sounds.
  void trim(std::size_t index) const;

 private:
  std::size_t count_;
  std::size_t bytes_each_;
  std::byte* memory_;
};

}  // namespace langdu
