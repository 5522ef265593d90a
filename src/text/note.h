#pragma once
#include <string>

#include "text/span.h"

namespace langdu {

enum class Severity { info, warning };

/// A finding about the content. The core returns notes and never prints; app/ prints them as file:line.
struct Note {
  Severity severity = Severity::warning;
  Span where;           ///< bytes of the decoded source
  std::string message;  ///< one sentence for a person
};

/// A piece of the source that is not spoken, and why. Nothing leaves the text without one of these.
struct Dropped {
  Span source;       ///< bytes of the decoded source
  std::string rule;  ///< name of the row that decided it (a cleaning rule, "control character", ...)
};

}  // namespace langdu
