#pragma once
#include <functional>
#include <span>
#include <string>

#include "speak/compose.h"
#include "speak/slots.h"

namespace langdu {

/// What runs in the other processes. The engine's is espeak_speaker(); tests have some that crash and hang.
struct Speaker {
  /// In the helper process, once, before the first job. Returns why it cannot, or nothing.
  std::function<std::string()> start;
  /// In a child of its own for each job: speaks the texts into `sound` and calls its finish(). Whatever it
  /// leaves behind in memory or state ends with the child.
  std::function<void(std::span<const EngineText> texts, JobSound& sound)> speak;
};

}  // namespace langdu
