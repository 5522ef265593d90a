#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "text/error.h"

namespace langdu {

/// What an errno of an output means to the user. `name` is the path, or "standard output".
Error write_error(std::string_view name, int number);

/// Bytes into an open file descriptor: every one is written or an exception says why not. Does not close it.
class FileWriter {
 public:
  /// The offsets of write_at() count from `base`: a file inside a file.
  FileWriter(int descriptor, std::string name, std::uint64_t base = 0)
      : descriptor_(descriptor), name_(std::move(name)), base_(base) {}

  /// The next bytes. Waits where the reader of a pipe is slow.
  /// Throws Error(disk_full | reader_gone | no_permission | cannot_write | interrupted).
  void write(std::string_view bytes);

  /// Bytes at an offset of a regular file, without moving the place of write(). Throws like write().
  void write_at(std::uint64_t offset, std::string_view bytes);

  int descriptor() const { return descriptor_; }
  const std::string& name() const { return name_; }

 private:
  int descriptor_;
  std::string name_;
  std::uint64_t base_;
};

inline std::string_view as_bytes(std::span<const std::int16_t> samples) {
  return {reinterpret_cast<const char*>(samples.data()), samples.size_bytes()};
}

}  // namespace langdu
