#pragma once
#include <sys/types.h>

#include <chrono>
#include <optional>

#include "speak/helper.h"
#include "speak/messages.h"

namespace langdu {

/// Main's end of the helper process. While this object lives the process does, unless it is killed; the
/// destructor ends it and waits for it, and its children end with it.
class HelperProcess {
 public:
  /// Forks. The caller must have no threads. `task` must outlive this object.
  /// Throws Error(engine_failed) when no process can be had.
  explicit HelperProcess(const HelperTask& task);
  ~HelperProcess();
  HelperProcess(const HelperProcess&) = delete;
  HelperProcess& operator=(const HelperProcess&) = delete;

  enum class Sent { yes, later, helper_gone };
  /// Does not wait: `later` when the queue is full.
  Sent send(const Request& request);

  struct Received {
    bool helper_gone = false;
    std::optional<Report> report;  ///< nothing when there was none in time
  };
  Received receive(std::chrono::milliseconds timeout);

  pid_t pid() const { return pid_; }

 private:
  pid_t pid_ = -1;
  int socket_ = -1;
};

}  // namespace langdu
