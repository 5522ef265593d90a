#include "app/progress.h"
#include "app/messages.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cmath>
#include <cstdlib>
#include <cstring>

namespace langdu {
namespace {

using namespace std::chrono_literals;
constexpr auto first_after = 500ms;  // shorter work needs no progress
constexpr auto between = 200ms;

bool is_terminal() {
  const char* term = std::getenv("TERM");
  return isatty(STDERR_FILENO) && term != nullptr && std::strcmp(term, "dumb") != 0;
}

}  // namespace

std::string progress_line(double done, double audio_seconds, double elapsed_seconds) {
  const double left = done > 0 ? elapsed_seconds * (1 - done) / done : 0;
  const auto seconds = static_cast<long>(std::ceil(left));
  const double speed = elapsed_seconds > 0 ? audio_seconds / elapsed_seconds : 0;
  return fmt::format("{:.0f} %, {:.0f} times real time, {}:{:02} left", std::floor(100 * done), speed,
                     seconds / 60, seconds % 60);
}

Progress::Progress(const Plan& plan)
    : enabled_(is_terminal()), start_(Clock::now()), next_(start_ + first_after) {
  if (!enabled_) return;
  words_before_.push_back(0);
  for (const Utterance& utterance : plan.utterances) {
    std::uint64_t words = 0;
    for (const Segment& segment : utterance.segments) words += segment.words.size();
    words_before_.push_back(words_before_.back() + words);
  }
}

Progress::~Progress() {
  if (shown_) tell("\r\x1b[K");
}

void Progress::show(std::uint32_t utterances_done, const Timeline& timeline) {
  const auto now = Clock::now();
  if (!enabled_ || now < next_) return;
  next_ = now + between;
  const double done =
      static_cast<double>(words_before_[utterances_done]) / static_cast<double>(words_before_.back());
  const double audio = static_cast<double>(timeline.frames) / timeline.sample_rate;
  const double elapsed = std::chrono::duration<double>(now - start_).count();
  tell("\r{}\x1b[K", progress_line(done, audio, elapsed));
  shown_ = true;
}

}  // namespace langdu
