#pragma once
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <functional>
#include <new>
#include <vector>

#include "speak/speaker.h"

namespace langdu {

/// What the fake speaker's processes leave for the test: memory that they share with it.
struct Trace {
  std::atomic<int> children{0};  ///< how many were started
  std::atomic<int> starts{0};    ///< how often an engine was started
  std::array<std::atomic<pid_t>, 256> pids{};
};

class SharedTrace {
 public:
  SharedTrace()
      : trace_(new (mmap(nullptr, sizeof(Trace), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0))
                   Trace) {}
  ~SharedTrace() { munmap(trace_, sizeof(Trace)); }
  SharedTrace(const SharedTrace&) = delete;
  SharedTrace& operator=(const SharedTrace&) = delete;
  Trace* operator->() const { return trace_; }
  Trace& operator*() const { return *trace_; }

 private:
  Trace* trace_;
};

/// Speaks a text as its bytes: one sample a byte, a word where its token stands.
inline void speak_bytes(std::span<const EngineText> texts, JobSound& sound) {
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    sound.begin_segment(i);
    std::vector<std::int16_t> samples;
    for (const char byte : texts[i].text) samples.push_back(byte);
    std::vector<std::uint32_t> begins;
    for (std::size_t t = 0; t < texts[i].tokens.size(); ++t) {
      if (t == 0 || texts[i].tokens[t].word != texts[i].tokens[t - 1].word) {
        begins.push_back(texts[i].tokens[t].position - 1);
      }
    }
    if (!sound.add(samples) || !sound.end_segment(samples.size(), begins))
      return sound.finish(Outcome::too_long);
  }
  sound.finish(Outcome::spoken);
}

/// A speaker that does `before` in each child (given the number of the child, from 1, and its job) and then
/// speaks the bytes. The trace must outlive the synth.
using Before = std::function<void(int child, std::span<const EngineText> texts, JobSound& sound)>;
inline Speaker fake_speaker(Trace& trace, Before before = {}) {
  return {[&trace] {
            ++trace.starts;
            return std::string();
          },
          [&trace, before](std::span<const EngineText> texts, JobSound& sound) {
            const int child = ++trace.children;
            trace.pids[static_cast<std::size_t>(child) % trace.pids.size()] = getpid();
            if (before) before(child, texts, sound);
            speak_bytes(texts, sound);
          }};
}

/// Whether the job speaks this pinyin.
inline bool speaks(std::span<const EngineText> texts, std::string_view pinyin) {
  for (const EngineText& text : texts) {
    if (text.text.find(pinyin) != std::string::npos) return true;
  }
  return false;
}

}  // namespace langdu
