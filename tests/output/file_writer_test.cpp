#include "output/file_writer.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "output/written.h"
#include "support/temporary_folder.h"

using namespace langdu;

TEST_CASE("each errno has its fault, and unknown ones the system's own words") {
  CHECK(write_error("x", ENOSPC).fault() == Fault::disk_full);
  CHECK(write_error("x", EDQUOT).fault() == Fault::disk_full);
  CHECK(write_error("x", EPIPE).fault() == Fault::reader_gone);
  CHECK(write_error("x", EACCES).fault() == Fault::no_permission);
  CHECK(write_error("x", EPERM).fault() == Fault::no_permission);
  CHECK(write_error("x", EIO).fault() == Fault::cannot_write);
  CHECK(std::string(write_error("a file", EROFS).what()) ==
        "a file: cannot be written: Read-only file system");
}

TEST_CASE("write goes on where it was, and write_at does not move it") {
  const TemporaryFolder folder;
  const std::string path = folder.write("x", "");
  const int descriptor = open(path.c_str(), O_RDWR | O_CLOEXEC);
  FileWriter writer(descriptor, path);
  writer.write("abc");
  writer.write_at(1, "B");
  writer.write("");
  writer.write("def");
  writer.write_at(8, "!");
  close(descriptor);
  CHECK(content_of(path) == std::string("aBcdef\0\0!", 9));
  CHECK(fault_of([&] { writer.write("x"); }) == Fault::cannot_write);
  CHECK(fault_of([&] { writer.write_at(0, "x"); }) == Fault::cannot_write);
}
