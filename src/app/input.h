#pragma once
#include <string>

#include "text/error.h"

namespace langdu {

/// How messages name an input: its path, or "standard input" for "-".
std::string input_name(const std::string& path);

/// A file that is open for reading, or standard input for "-".
class InputFile {
 public:
  /// Throws Error(missing_file | is_directory | no_permission | cannot_read).
  explicit InputFile(const std::string& path);
  ~InputFile();
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  /// Bytes of a regular file; 0 for everything else.
  std::size_t size() const { return size_; }

  /// Appends what is there, waiting for at least one byte; false at the end. Throws Error(cannot_read |
  /// interrupted).
  bool read_some(std::string& content, std::size_t at_most = 1 << 16);

 private:
  std::string name_;
  int descriptor_;
  std::size_t size_ = 0;
};

/// The whole content of an input of at most `max_size` MiB.
/// Throws what InputFile throws, and Error(too_large), the fault for one that is larger.
std::string read_input(const std::string& path, int max_size, Fault too_large = Fault::too_large);

}  // namespace langdu
