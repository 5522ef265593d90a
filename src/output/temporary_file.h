#pragma once
#include <filesystem>
#include <string>

#include "output/file_writer.h"

namespace langdu {

/// Where a chain of symbolic links leads: the file that an output to `path` replaces. It need not exist.
/// Throws Error(cannot_write) when the links run in a circle.
std::filesystem::path follow_links(const std::filesystem::path& path);

/// The new content of a file, written beside it under a hidden name and renamed over it by commit(). Until
/// then, and when it is destroyed before, the old file stays as it was. A symbolic link keeps pointing to its
/// target, whose content is replaced; an existing file keeps its permissions.
class TemporaryFile {
 public:
  /// Throws Error(is_directory | output_not_a_file | missing_file | no_permission | cannot_write |
  /// disk_full).
  explicit TemporaryFile(const std::filesystem::path& path);
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile();

  FileWriter& writer() { return writer_; }

  /// In bytes.
  std::uint64_t size() const;

  /// Closes the file and puts it in its place. Nothing may be written afterwards.
  void commit();

 private:
  std::filesystem::path target_;  ///< without symbolic links in its last part
  std::filesystem::path hidden_;  ///< empty once it is renamed
  int descriptor_ = -1;
  FileWriter writer_;
};

/// A file without a name, for what an output is put together from. It is gone with this object, and with the
/// process.
class ScratchFile {
 public:
  /// In the folder of the output `path`, whose name it has in errors. Throws like TemporaryFile.
  explicit ScratchFile(const std::filesystem::path& path);
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  ~ScratchFile();

  FileWriter& writer() { return writer_; }

  /// In bytes.
  std::uint64_t size() const;

  /// Reads what is at `offset` into `bytes`, as much as there is and fits; 0 at the end.
  /// Throws Error(cannot_write): without it the output cannot be written.
  std::size_t read_at(std::uint64_t offset, std::span<char> bytes) const;

 private:
  int descriptor_ = -1;
  FileWriter writer_;
};

}  // namespace langdu
