#include "speak/slots.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>

#include "text/error.h"

namespace langdu {
namespace {

constexpr std::size_t page = 4096;
static_assert(kept_bytes % page == 0);

constexpr std::size_t whole_pages(std::size_t bytes) { return (bytes + page - 1) / page * page; }
constexpr std::size_t head_bytes = whole_pages(sizeof(SlotHead));

}  // namespace

void JobSound::begin_segment(std::uint32_t index) {
  current_ = index;
  begin_ = slot_.head->samples;
}

bool JobSound::add(std::span<const std::int16_t> samples) {
  SlotHead& head = *slot_.head;
  if (samples.size() > slot_.samples.size() - head.samples) return false;
  std::copy(samples.begin(), samples.end(), slot_.samples.begin() + head.samples);
  head.samples += static_cast<std::uint32_t>(samples.size());
  return true;
}

std::span<std::int16_t> JobSound::segment() const {
  return slot_.samples.subspan(begin_, slot_.head->samples - begin_);
}

bool JobSound::end_segment(std::size_t samples, std::span<const std::uint32_t> word_begins) {
  SlotHead& head = *slot_.head;
  if (current_ >= most_segments || word_begins.size() > most_words - head.words) return false;
  head.samples = begin_ + static_cast<std::uint32_t>(samples);
  std::copy(word_begins.begin(), word_begins.end(), head.word_begins.begin() + head.words);
  const auto end_word = head.words + static_cast<std::uint32_t>(word_begins.size());
  head.parts[current_] = {begin_, head.samples, head.words, end_word};
  head.words = end_word;
  return true;
}

void JobSound::finish(Outcome outcome, std::uint32_t word) {
  slot_.head->segment = current_;
  slot_.head->word = word;
  slot_.head->outcome = outcome;
}

std::optional<SegmentSound> read_segment(Slot slot, std::uint32_t index) {
  if (index >= most_segments) return {};
  const SlotHead::Part part = slot.head->parts[index];
  if (part.first_sample > part.end_sample || part.end_sample > slot.samples.size()) return {};
  if (part.first_word > part.end_word || part.end_word > most_words) return {};
  const std::span<const std::uint32_t> words(slot.head->word_begins);
  return SegmentSound{slot.samples.subspan(part.first_sample, part.end_sample - part.first_sample),
                      words.subspan(part.first_word, part.end_word - part.first_word)};
}

Slots::Slots(std::size_t count, std::size_t samples_each)
    : count_(count), bytes_each_(head_bytes + whole_pages(samples_each * sizeof(std::int16_t))) {
  void* memory = mmap(nullptr, count_ * bytes_each_, PROT_READ | PROT_WRITE,
                      MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) {
    throw Error(Fault::engine_failed, std::string("no memory for its sound: ") + std::strerror(errno));
  }
  memory_ = static_cast<std::byte*>(memory);
}

Slots::~Slots() { munmap(memory_, count_ * bytes_each_); }

Slot Slots::slot(std::size_t index) const {
  std::byte* begin = memory_ + index * bytes_each_;
  auto* samples = reinterpret_cast<std::int16_t*>(begin + head_bytes);
  return {reinterpret_cast<SlotHead*>(begin), {samples, (bytes_each_ - head_bytes) / sizeof(std::int16_t)}};
}

void Slots::clear(std::size_t index) const {
  std::memset(memory_ + index * bytes_each_, 0, sizeof(SlotHead));
}

void Slots::trim(std::size_t index) const {
  if (slot(index).head->samples * sizeof(std::int16_t) <= kept_bytes) return;
  // Takes the pages from all processes; a kernel that cannot keeps them, which costs memory and nothing else.
  madvise(memory_ + index * bytes_each_ + head_bytes + kept_bytes, bytes_each_ - head_bytes - kept_bytes,
          MADV_REMOVE);
}

}  // namespace langdu
