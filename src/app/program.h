#pragma once
#include <span>

#include "app/commands.h"

namespace langdu {

/// What both programs do: `before` (may be null), then the command line, with errors as one line on standard
/// error. Returns the exit status.
int run_program(int argc, char** argv, std::span<const Runner> runners,
                void (*before)(int argc, char** argv));

}  // namespace langdu
