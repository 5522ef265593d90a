#include "app/standard_output.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "speak/interrupt.h"
#include "text/error.h"

namespace langdu {

void write_standard_output(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(STDOUT_FILENO, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
      continue;
    }
    switch (errno) {
      case EINTR:
        throw_if_interrupted();
        break;
      case EPIPE:
        throw Error(Fault::reader_gone);
      case ENOSPC:
        throw Error(Fault::disk_full, "standard output");
      default:
        throw Error(Fault::cannot_write, "standard output", std::strerror(errno));
    }
  }
}

}  // namespace langdu
