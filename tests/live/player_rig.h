#pragma once
#include <sys/resource.h>
#include <sys/wait.h>

#include <cerrno>
#include <chrono>
#include <cmath>
#include <csignal>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "live/player.h"
#include "support/virtual_card.h"
#include "text/error.h"

namespace langdu {

inline double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Speech-like noise: loud and quiet stretches, never a 0, so that silence put in or taken out shows.
inline std::vector<std::int16_t> noise(double seconds, unsigned seed = 1) {
  std::mt19937 random(seed);
  std::vector<std::int16_t> samples(static_cast<std::size_t>(seconds * 22050));
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const double level = 200 + 12000 * std::abs(std::sin(static_cast<double>(i) / 3000));
    samples[i] = static_cast<std::int16_t>((random() % 2 ? 1 : -1) *
                                           (1 + static_cast<int>(random() % static_cast<unsigned>(level))));
  }
  return samples;
}

struct Played {
  std::optional<Error> error;
  double seconds = 0;      ///< from before the construction until after the destruction
  double cpu_seconds = 0;  ///< of this process and the device process
  std::uint64_t gaps = 0;
  std::uint64_t played = 0;
  std::string device;
  pid_t process = 0;
};

inline double cpu_used() {
  double seconds = 0;
  for (const int who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    rusage usage = {};
    getrusage(who, &usage);
    seconds += static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
               static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
  }
  return seconds;
}

/// Plays `samples` in writes of `block` samples and finishes, as the program does.
inline Played play(const std::vector<std::int16_t>& samples, const PlayerOptions& options = {},
                   std::size_t block = 4000, int rate = 22050) {
  Played result;
  const double start = seconds_now();
  const double cpu = cpu_used();
  try {
    PlayerSink sink(rate, options);
    result.process = sink.process();
    try {
      for (std::span<const std::int16_t> rest = samples; !rest.empty();
           rest = rest.subspan(std::min(block, rest.size())))
        sink.write(rest.first(std::min(block, rest.size())));
      sink.finish({});
    } catch (const Error& error) {
      result.error = error;
    }
    result.gaps = sink.gaps();
    result.played = sink.played();
    result.device = sink.device();
  } catch (const Error& error) {
    result.error = error;
  }
  result.seconds = seconds_now() - start;
  result.cpu_seconds = cpu_used() - cpu;
  return result;
}

/// Neither a zombie nor a process that spins on is left behind.
inline bool nothing_left(pid_t process) {
  return ::kill(process, 0) != 0 && errno == ESRCH && ::waitpid(-1, nullptr, WNOHANG) == -1 &&
         errno == ECHILD;
}

}  // namespace langdu
