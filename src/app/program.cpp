#include "app/program.h"

#include <fcntl.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <new>

#include "app/command_line.h"
#include "speak/interrupt.h"
#include "text/error.h"

namespace langdu {
namespace {

/// A standard stream that the caller has closed must not become the number of a file or socket of ours: it
/// gets /dev/null, opened so that reading or writing there fails.
void hold_standard_streams() {
  for (const int stream : {0, 1, 2}) {
    if (fcntl(stream, F_GETFD) < 0) open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY);
  }
}

}  // namespace

int run_program(int argc, char** argv, std::span<const Runner> runners,
                void (*before)(int argc, char** argv)) {
  hold_standard_streams();
  // A reader that goes away and a file that grows too large are errors with names.
  for (const int signal : {SIGPIPE, SIGXFSZ}) std::signal(signal, SIG_IGN);
  try {
    if (before != nullptr) before(argc, argv);
    catch_interrupts();
    run_command_line(argc, argv, runners);
    return static_cast<int>(Exit::done);
  } catch (const Error& error) {
    std::fprintf(stderr, "langdu: %s\n", error.what());
    return static_cast<int>(error.status());
  } catch (const std::bad_alloc&) {
    std::fputs("langdu: not enough memory; read the document in parts\n", stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "langdu: %s; please report this\n", error.what());
  }
  return static_cast<int>(Exit::failed);
}

}  // namespace langdu
