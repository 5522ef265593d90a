#include "app/input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "speak/interrupt.h"
#include "text/error.h"

namespace langdu {
namespace {

[[noreturn]] void fail(const std::string& name, int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      throw Error(Fault::missing_file, name);
    case EACCES:
    case EPERM:
      throw Error(Fault::no_permission, name);
    case EISDIR:
      throw Error(Fault::is_directory, name);
    default:
      throw Error(Fault::cannot_read, name, std::strerror(error));
  }
}

}  // namespace

std::string input_name(const std::string& path) { return path == "-" ? "standard input" : path; }

InputFile::InputFile(const std::string& path)
    : name_(input_name(path)), descriptor_(path == "-" ? STDIN_FILENO : -1) {
  while (descriptor_ < 0) {  // opening a named pipe waits for its writer
    descriptor_ = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor_ < 0 && errno != EINTR) fail(name_, errno);
    throw_if_interrupted();
  }
  struct stat status = {};
  if (fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode))
    size_ = static_cast<std::size_t>(status.st_size);
}

InputFile::~InputFile() {
  if (descriptor_ != STDIN_FILENO) close(descriptor_);
}

bool InputFile::read_some(std::string& content, std::size_t at_most) {
  const std::size_t before = content.size();
  content.resize(before + at_most);
  for (;;) {
    throw_if_interrupted();
    const ssize_t got = read(descriptor_, content.data() + before, at_most);
    if (got >= 0) {
      content.resize(before + static_cast<std::size_t>(got));
      return got > 0;
    }
    if (errno != EINTR) fail(name_, errno);
  }
}

std::string read_input(const std::string& path, int max_size, Fault too_large) {
  InputFile file(path);
  const std::size_t most = static_cast<std::size_t>(max_size) << 20;
  std::string content;
  if (file.size() <= most) {
    content.reserve(file.size() + 1);  // a byte more, so that the end is seen without growing again
    while (content.size() <= most &&
           file.read_some(content, std::max<std::size_t>(content.capacity() - content.size(), 1 << 16))) {
    }
  }
  if (std::max(content.size(), file.size()) > most) throw Error(too_large, input_name(path), max_size);
  return content;
}

}  // namespace langdu
