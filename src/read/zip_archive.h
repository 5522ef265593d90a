#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace langdu {

/// Why an archive or one of its members cannot be read.
enum class ZipFailure {
  none,
  not_an_archive,    ///< what holds the archive together is missing: cut off, or never a ZIP file
  too_many_entries,  ///< more than any document has
  missing,           ///< no member has this name
  encrypted,
  too_large,    ///< the archive unpacks to more than the budget
  damaged,      ///< its packed bytes or its checksum are wrong
  unsupported,  ///< packed in a way that libzip does not know
};

/// The failure for a person, behind the name of what failed: "is encrypted".
std::string_view words_for(ZipFailure failure);

/// What an archive may cost. The sizes in its headers may be lies, so it is counted while unpacking.
struct ZipLimits {
  std::uint64_t unpacked_bytes = std::uint64_t{256} << 20;  ///< of all members that are read
  std::uint64_t entries = 100'000;  ///< members, read or not
};

/// A ZIP archive in memory. Names are looked up inside it and are never paths on disk.
class ZipArchive {
 public:
  /// Never throws for what the bytes are: see failure(). `bytes` must outlive the archive.
  explicit ZipArchive(std::string_view bytes, const ZipLimits& limits = {});

  bool is_open() const { return archive_ != nullptr; }
  /// The names of the members in the archive's order, those of folders end with a slash.
  const std::vector<std::string>& names() const { return names_; }
  bool has(std::string_view name) const { return find(name).has_value(); }

  /// The member with this name, or else the one whose name differs only in case or in the kind of slash.
  /// Nothing when it cannot be read as a whole: see failure().
  std::optional<std::string> read(std::string_view name);

  /// Why the archive could not be opened, or why the last read() gave nothing.
  ZipFailure failure() const { return failure_; }
  /// What the last read() unpacked of a damaged member before its end.
  const std::string& salvaged() const { return salvaged_; }

 private:
  struct Discard {
    void operator()(zip* archive) const;
  };

  void list_names();
  std::optional<std::size_t> find(std::string_view name) const;
  ZipFailure unpack(std::size_t index, std::string& into);

  std::unique_ptr<zip, Discard> archive_;
  ZipLimits limits_;
  std::uint64_t unpacked_ = 0;
  std::vector<std::string> names_;
  std::map<std::string, std::size_t, std::less<>> exact_;   ///< name to index
  std::map<std::string, std::size_t, std::less<>> folded_;  ///< the same in lower case, with forward slashes
  std::string salvaged_;
  ZipFailure failure_ = ZipFailure::none;
};

}  // namespace langdu
