#pragma once
#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstdint>
#include <span>

namespace langdu {

/// A queue of samples between exactly one writer and one reader: two threads, or two processes that share the
/// memory it lies in. Neither ever waits, allocates or locks, so the reader may be an audio callback.
///
/// Positions count samples since the start and never wrap (2^64 samples are 26 million years); the place in
/// the array is the position modulo the capacity.
template <std::size_t capacity_>
class SampleRing {
  static_assert(std::has_single_bit(capacity_));
  static_assert(std::atomic<std::uint64_t>::is_always_lock_free);  // or it would not work between processes

 public:
  static constexpr std::size_t capacity() { return capacity_; }

  /// Writer only: takes as many samples as there is room for, and returns how many.
  std::size_t write(std::span<const std::int16_t> samples) {
    const std::uint64_t end = written_.load(std::memory_order_relaxed);
    // acquire: the reader is done with what it has freed
    const std::uint64_t room = capacity_ - (end - read_.load(std::memory_order_acquire));
    const std::size_t count = std::min<std::size_t>(samples.size(), room);
    const std::size_t at = end % capacity_;
    const std::size_t before_wrap = std::min(count, capacity_ - at);
    std::copy_n(samples.begin(), before_wrap, samples_.begin() + static_cast<std::ptrdiff_t>(at));
    std::copy_n(samples.subspan(before_wrap).begin(), count - before_wrap, samples_.begin());
    written_.store(end + count, std::memory_order_release);  // release: the samples are there
    return count;
  }

  /// Reader only: fills the front of `samples` with what there is, and returns how many.
  std::size_t read(std::span<std::int16_t> samples) {
    const std::uint64_t begin = read_.load(std::memory_order_relaxed);
    const std::uint64_t there = written_.load(std::memory_order_acquire) - begin;
    const std::size_t count = std::min<std::size_t>(samples.size(), there);
    const std::size_t at = begin % capacity_;
    const std::size_t before_wrap = std::min(count, capacity_ - at);
    std::copy_n(samples_.begin() + static_cast<std::ptrdiff_t>(at), before_wrap, samples.begin());
    std::copy_n(samples_.begin(), count - before_wrap, samples.subspan(before_wrap).begin());
    read_.store(begin + count, std::memory_order_release);
    return count;
  }

  std::uint64_t total_written() const { return written_.load(std::memory_order_acquire); }
  std::uint64_t total_read() const { return read_.load(std::memory_order_acquire); }
  /// Never more than there is for the reader, never less than there is for the writer.
  std::size_t size() const {
    const std::uint64_t begin = total_read();
    return static_cast<std::size_t>(total_written() - begin);
  }

 private:
  // On lines of their own (64 bytes on every CPU we know), so that writer and reader do not slow each other.
  alignas(64) std::atomic<std::uint64_t> written_{0};
  alignas(64) std::atomic<std::uint64_t> read_{0};
  alignas(64) std::array<std::int16_t, capacity_> samples_{};
};

}  // namespace langdu
