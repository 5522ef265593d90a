#include "output/file_writer.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "speak/interrupt.h"

namespace langdu {

Error write_error(std::string_view name, int number) {
  switch (number) {
    case ENOSPC:
    case EDQUOT:
      return Error(Fault::disk_full, name);
    case EPIPE:
      return Error(Fault::reader_gone);
    case EACCES:
    case EPERM:
      return Error(Fault::no_permission, name);
    default:
      return Error(Fault::cannot_write, name, std::system_category().message(number));
  }
}

void FileWriter::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EINTR) {
      throw_if_interrupted();
    } else if (errno == EAGAIN) {  // someone made the pipe non-blocking
      pollfd ready{descriptor_, POLLOUT, 0};
      poll(&ready, 1, -1);
      throw_if_interrupted();
    } else {
      throw write_error(name_, errno);
    }
  }
}

void FileWriter::write_at(std::uint64_t offset, std::string_view bytes) {
  offset += base_;
  while (!bytes.empty()) {
    const ssize_t written = pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
      offset += static_cast<std::uint64_t>(written);
    } else if (errno == EINTR) {
      throw_if_interrupted();
    } else {
      throw write_error(name_, errno);
    }
  }
}

}  // namespace langdu
