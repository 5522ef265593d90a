#include "app/input.h"

#include <doctest/doctest.h>

#include <string>

#include "support/temporary_folder.h"
#include "text/error.h"

using namespace langdu;

namespace {

Fault fault_of(const std::string& path, int max_size) {
  try {
    read_input(path, max_size);
  } catch (const Error& error) {
    CHECK(std::string(error.what()).starts_with(input_name(path) + ": "));
    return error.fault();
  }
  FAIL("no error for ", path);
  return Fault::wrong_use;
}

}  // namespace

TEST_CASE("a file is read whole, whatever its length") {
  const TemporaryFolder folder;
  for (const std::size_t size : {0u, 1u, 65535u, 65536u, 65537u, 300000u}) {
    std::string content(size, 'x');
    for (std::size_t i = 0; i < size; ++i) content[i] = static_cast<char>(i * 7);
    CHECK(read_input(folder.write("a.txt", content), 1) == content);
  }
}

TEST_CASE("what cannot be read has its own error") {
  const TemporaryFolder folder;
  CHECK(fault_of(folder / "none.txt", 1) == Fault::missing_file);
  CHECK(fault_of(folder.write("f", "") + "/below", 1) == Fault::missing_file);
  CHECK(fault_of(folder.path().string(), 1) == Fault::is_directory);
  CHECK(fault_of(folder.write("big.txt", std::string((1 << 20) + 1, 'x')), 1) == Fault::too_large);
  CHECK(fault_of("/proc/self/mem", 1) == Fault::cannot_read);
}

TEST_CASE("a file of exactly the largest size is read") {
  const TemporaryFolder folder;
  CHECK(read_input(folder.write("full.txt", std::string(1 << 20, 'x')), 1).size() == 1 << 20);
}

TEST_CASE("an endless device is cut off at the size limit") {
  CHECK(fault_of("/dev/zero", 1) == Fault::too_large);
}
