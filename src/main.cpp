#include <csignal>
#include <cstdio>
#include <exception>
#include <new>

#include "app/command_line.h"
#include "speak/interrupt.h"
#include "text/error.h"

// Parse, run, error -> exit status. Everything else is in the folders beside this file.
int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is an error with a name
  try {
    langdu::catch_interrupts();
    langdu::run_command_line(argc, argv);
    return static_cast<int>(langdu::Exit::done);
  } catch (const langdu::Error& error) {
    std::fprintf(stderr, "langdu: %s\n", error.what());
    return static_cast<int>(error.status());
  } catch (const std::bad_alloc&) {
    std::fputs("langdu: not enough memory; read the document in parts\n", stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "langdu: %s; please report this\n", error.what());
  }
  return static_cast<int>(langdu::Exit::failed);
}
