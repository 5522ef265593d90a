#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "speak/compose.h"

namespace langdu {

/// From main to the helper: speak these texts into that slot.
struct Request {
  std::uint32_t id = 0;
  std::uint32_t slot = 0;
  std::vector<EngineText> texts;
};

/// The longest request as bytes: what most_segments texts of a job take at most is far below it.
inline constexpr std::size_t longest_request = 32768;

/// Both processes are the same program, so numbers travel as they stand in memory. `bytes` must hold what
/// pack() made.
std::string pack(const Request& request);
Request unpack(std::string_view bytes);

/// From the helper to main.
struct Report {
  enum class Kind : std::uint32_t {
    failed_start,  ///< `reason` says why; the helper ends
    done,          ///< the child has left with status 0: the slot says how it fared
    exited,        ///< `detail` is its status
    killed,        ///< `detail` is the signal
    hung,          ///< it was killed after the time limit
    no_child       ///< fork failed; `detail` is errno
  };
  Kind kind = Kind::done;
  std::uint32_t id = 0;
  std::int32_t detail = 0;
  std::array<char, 200> reason{};  ///< ends with NUL
};

}  // namespace langdu
