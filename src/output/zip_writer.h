#pragma once
#include <exception>
#include <list>
#include <memory>
#include <string>

#include "output/temporary_file.h"

struct zip;
struct zip_source;

namespace langdu {

/// A ZIP archive, packed by libzip into a TemporaryFile. The same members give the same bytes: all have the
/// date on which the format's calendar begins, 1980-01-01.
class ZipWriter {
 public:
  /// `file` must be empty and outlive it.
  explicit ZipWriter(TemporaryFile& file);
  ZipWriter(const ZipWriter&) = delete;
  ZipWriter& operator=(const ZipWriter&) = delete;
  ~ZipWriter();

  enum class Packing { stored, deflated };

  /// A member in memory, kept until close().
  void add(const std::string& name, std::string content, Packing packing);

  /// A member, stored, that is `size` bytes of `file` from `offset` on; they are read by close(), which
  /// `file` must outlive.
  void add(const std::string& name, const ScratchFile& file, std::uint64_t offset, std::uint64_t size);

  /// Writes all members in their order.
  /// Throws Error(disk_full | no_permission | cannot_write | interrupted).
  void close();

 private:
  struct Target;
  struct Section;
  struct Discard {
    void operator()(zip* archive) const;
  };

  void add_source(const std::string& name, zip_source* source, Packing packing);
  [[noreturn]] void fail(const char* reason) const;

  std::unique_ptr<Target> target_;
  std::list<std::string> contents_;
  std::list<Section> sections_;
  std::exception_ptr failure_;             ///< of a callback: the first
  std::unique_ptr<zip, Discard> archive_;  ///< last: it uses all of them
};

}  // namespace langdu
