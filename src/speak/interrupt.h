#pragma once

namespace langdu {

/// Makes SIGINT, SIGTERM and SIGHUP set a flag instead of ending the process; blocking calls return EINTR.
/// A signal that is ignored already (nohup) stays ignored.
void catch_interrupts();

/// How many of these signals have come.
int interrupt_count();

/// Throws Error(interrupted) once a signal has come. Every loop that may wait calls it.
void throw_if_interrupted();

}  // namespace langdu
