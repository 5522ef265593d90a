#include "output/temporary_file.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "output/written.h"
#include "support/small_disk.h"
#include "support/small_plan.h"
#include "support/temporary_folder.h"

using namespace langdu;
namespace fs = std::filesystem;

namespace {

unsigned mode_of(const std::string& path) {
  struct stat status {};
  REQUIRE(stat(path.c_str(), &status) == 0);
  return status.st_mode & 0777;
}

void replace(const std::string& path, const std::string& content) {
  TemporaryFile file(path);
  file.writer().write(content);
  file.commit();
}

std::optional<Fault> fault_at(const std::string& path) {
  return fault_of([&] { TemporaryFile file(path); });
}

}  // namespace

TEST_CASE("nothing is at the place before commit, and only the file after it") {
  const TemporaryFolder folder;
  TemporaryFile file(folder / "new");
  file.writer().write("content");
  CHECK_FALSE(fs::exists(folder / "new"));
  CHECK(file.size() == 7);
  file.commit();
  CHECK(content_of(folder / "new") == "content");
  CHECK(folder.count() == 1);
}

TEST_CASE("several at once in one folder do not meet") {
  const TemporaryFolder folder;
  {
    TemporaryFile a(folder / "x");
    TemporaryFile b(folder / "x");
    TemporaryFile c(folder / "y");
    a.writer().write("a");
    b.writer().write("b");
    a.commit();
    b.commit();
  }
  CHECK(content_of(folder / "x") == "b");
  CHECK(folder.count() == 1);
}

TEST_CASE("a new file's mode is what the umask leaves, an existing one keeps its own") {
  const TemporaryFolder folder;
  const mode_t before = umask(027);
  replace(folder / "new", "x");
  umask(before);
  CHECK(mode_of(folder / "new") == 0640);
  const std::string old = folder.write("old", "x");
  for (const unsigned mode : {0600U, 0664U, 0777U}) {
    chmod(old.c_str(), mode);
    replace(old, "y");
    CHECK(mode_of(old) == mode);
  }
}

TEST_CASE("a symbolic link stays one, and its target gets the content") {
  const TemporaryFolder folder;
  fs::create_directory(folder / "sub");
  folder.write("sub/target", "old");
  fs::create_symlink("sub/target", folder / "relative");
  fs::create_symlink(folder / "relative", folder / "absolute");
  fs::create_symlink("sub/not yet", folder / "dangling");
  replace(folder / "absolute", "new");
  CHECK(content_of(folder / "sub/target") == "new");
  CHECK(fs::is_symlink(folder / "absolute"));
  CHECK(fs::is_symlink(folder / "relative"));
  replace(folder / "dangling", "made");
  CHECK(content_of(folder / "sub/not yet") == "made");
  fs::create_symlink("loop", folder / "loop");
  CHECK(fault_at(folder / "loop") == Fault::cannot_write);
}

TEST_CASE("what is no regular file is refused with its own sentence") {
  const TemporaryFolder folder;
  fs::create_directory(folder / "directory");
  fs::create_symlink("directory", folder / "link");
  REQUIRE(mkfifo((folder / "fifo").c_str(), 0600) == 0);
  CHECK(fault_at(folder / "directory") == Fault::is_directory);
  CHECK(fault_at(folder / "directory/") == Fault::is_directory);
  CHECK(fault_at(folder / "link") == Fault::is_directory);
  CHECK(fault_at(folder / "fifo") == Fault::output_not_a_file);
  CHECK(fault_at("/dev/null") == Fault::output_not_a_file);
  CHECK(fault_at("/dev/full") == Fault::output_not_a_file);
  CHECK(fault_at(folder / "none/file") == Fault::missing_file);
  CHECK(fault_at(folder.write("file", "") + "/below") == Fault::cannot_write);
  CHECK(fault_at(folder / std::string(300, 'x')) == Fault::cannot_write);
  CHECK(folder.count() == 4);
}

TEST_CASE("a name as long as the system allows is no problem for the hidden one") {
  const TemporaryFolder folder;
  const std::string name(255, 'n');
  replace(folder / name, "x");
  CHECK(content_of(folder / name) == "x");
}

TEST_CASE("who may not write there is told so") {
  const TemporaryFolder folder;
  const std::string locked = folder.write("locked", "old");
  chmod(locked.c_str(), 0444);
  chmod(folder.path().c_str(), 0755);
  const pid_t child = fork();
  if (child == 0) {  // root may write anywhere
    if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) _exit(9);
    const bool refused = fault_at(locked) == Fault::no_permission;
    const bool closed = geteuid() != 65534 || fault_at(folder / "new") == Fault::no_permission;
    _exit(refused && closed ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  CHECK(status == 0);
  CHECK(content_of(locked) == "old");
}

TEST_CASE("on a full disk every format fails with disk_full, the old file stays, and no other is left") {
  const SmallDisk disk(64);
  if (!disk.mounted()) {
    MESSAGE("NOT RUN: a small file system could not be mounted (this needs root)");
    return;
  }
  const Plan plan = small_plan(numbered_titles(3));
  for (const OutputFormat& format : formats_with_sound()) {
    CAPTURE(format.name);
    const std::string path = disk.folder().write(named("old", format), "old");
    CHECK(fault_of([&] { write_plan(path, plan, {.samples_per_syllable = 50000}); }) == Fault::disk_full);
    CHECK(content_of(path) == "old");
    fs::remove(path);
    CHECK(disk.folder().count() == 0);
  }
}

TEST_CASE("no failed write is missed, wherever the disk becomes full") {
  const Plan plan = small_plan(numbered_titles(3));
  for (const OutputFormat& format : formats_with_sound()) {
    const TemporaryFolder folder;
    const std::string whole = folder / named("whole", format);
    write_plan(whole, plan, {.samples_per_syllable = 3000});
    const auto size = static_cast<int>((fs::file_size(whole) + 1023) / 1024);
    for (int kilobytes = 4; kilobytes < size + 8; kilobytes += 4) {
      const SmallDisk disk(kilobytes);
      if (!disk.mounted()) {
        MESSAGE("NOT RUN: a small file system could not be mounted (this needs root)");
        return;
      }
      CAPTURE(format.name);
      CAPTURE(kilobytes);
      const std::string path = disk.folder() / named("out", format);
      const auto fault = fault_of([&] { write_plan(path, plan, {.samples_per_syllable = 3000}); });
      if (fault) {
        CHECK(fault == Fault::disk_full);
        CHECK(disk.folder().count() == 0);
      } else {
        CHECK(content_of(path) == content_of(whole));
      }
    }
  }
}

TEST_CASE("a limit on the size of files is reported as such") {
  const Plan plan = small_plan(numbered_titles(3));
  for (const OutputFormat& format : formats_with_sound()) {
    CAPTURE(format.name);
    const TemporaryFolder folder;
    const pid_t child = fork();
    if (child == 0) {
      signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{30000, 30000};
      setrlimit(RLIMIT_FSIZE, &limit);
      const std::string path = folder / named("out", format);
      const auto fault = fault_of([&] { write_plan(path, plan, {.samples_per_syllable = 50000}); });
      _exit(fault == Fault::cannot_write ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(status == 0);
    CHECK(folder.count() == 0);
  }
}
