#include "output/temporary_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <optional>
#include <utility>

namespace langdu {
namespace {

namespace fs = std::filesystem;

/// The file that stands there now. Throws when it must not or may not be replaced.
std::optional<struct stat> existing(const fs::path& target, const std::string& name) {
  if (!target.has_filename()) throw Error(Fault::is_directory, name);
  struct stat status {};
  if (stat(target.c_str(), &status) != 0) {
    if (errno == ENOENT) return std::nullopt;
    throw write_error(name, errno);
  }
  if (S_ISDIR(status.st_mode)) throw Error(Fault::is_directory, name);
  if (!S_ISREG(status.st_mode)) throw Error(Fault::output_not_a_file, name);
  // A rename would replace a write-protected file too, but whoever protected it meant it.
  if (access(target.c_str(), W_OK) != 0) throw write_error(name, errno);
  return status;
}

/// Creates a file of a new name beside `target` and opens it. Its mode is what the umask leaves.
int create_hidden(const fs::path& target, fs::path& hidden, const std::string& name) {
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  for (unsigned number = 0;; ++number) {
    hidden = folder / fmt::format(".langdu-{}-{}.part", getpid(), number);
    const int descriptor = open(hidden.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor >= 0) return descriptor;
    const int reason = errno;
    if (reason == EEXIST && number < 10000) continue;
    hidden.clear();
    if (reason == ENOENT) throw Error(Fault::missing_file, folder.string());
    throw write_error(name, reason);
  }
}

/// Like its predecessor, as far as the system lets us.
void take_over(int descriptor, const struct stat& old) {
  if (old.st_uid != geteuid() && fchown(descriptor, old.st_uid, old.st_gid) != 0) return;
  fchmod(descriptor, old.st_mode & 0777);
}

std::uint64_t size_of(const FileWriter& writer) {
  struct stat status {};
  if (fstat(writer.descriptor(), &status) != 0) throw write_error(writer.name(), errno);
  return static_cast<std::uint64_t>(status.st_size);
}

}  // namespace

fs::path follow_links(const fs::path& path) {
  constexpr int most = 40;  // as many as Linux follows
  fs::path target = path;
  for (int links = 0; links <= most; ++links) {
    std::error_code failure;
    const fs::path next = fs::read_symlink(target, failure);
    if (failure) return target;
    target = next.is_absolute() ? next : target.parent_path() / next;
  }
  throw write_error(path.string(), ELOOP);
}

TemporaryFile::TemporaryFile(const fs::path& path) : target_(follow_links(path)), writer_(-1, path.string()) {
  const auto old = existing(target_, path.string());
  descriptor_ = create_hidden(target_, hidden_, path.string());
  if (old) take_over(descriptor_, *old);
  writer_ = FileWriter(descriptor_, path.string());
}

TemporaryFile::~TemporaryFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!hidden_.empty()) unlink(hidden_.c_str());
}

std::uint64_t TemporaryFile::size() const { return size_of(writer_); }

void TemporaryFile::commit() {
  const int descriptor = std::exchange(descriptor_, -1);
  // Some file systems say only here that the space was not enough.
  if (::close(descriptor) != 0 && errno != EINTR) throw write_error(writer_.name(), errno);
  if (std::rename(hidden_.c_str(), target_.c_str()) != 0) throw write_error(writer_.name(), errno);
  hidden_.clear();
}

ScratchFile::ScratchFile(const fs::path& path) : writer_(-1, path.string()) {
  fs::path hidden;
  descriptor_ = create_hidden(follow_links(path), hidden, path.string());
  unlink(hidden.c_str());
  writer_ = FileWriter(descriptor_, path.string());
}

ScratchFile::~ScratchFile() { ::close(descriptor_); }

std::uint64_t ScratchFile::size() const { return size_of(writer_); }

std::size_t ScratchFile::read_at(std::uint64_t offset, std::span<char> bytes) const {
  std::size_t count = 0;
  while (count < bytes.size()) {
    const ssize_t got =
        pread(descriptor_, bytes.data() + count, bytes.size() - count, static_cast<off_t>(offset + count));
    if (got == 0) break;
    if (got > 0) {
      count += static_cast<std::size_t>(got);
    } else if (errno != EINTR) {
      throw write_error(writer_.name(), errno);
    }
  }
  return count;
}

}  // namespace langdu
