#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace langdu::testing {

struct ZipEntry {
  std::string name;
  std::string content = {};
  std::string password = {};  ///< not empty: encrypted with it
  std::uint64_t zeros = 0;    ///< not 0: the content is so many zero bytes, made while packing
  bool stored = false;        ///< not compressed, so that a test can damage it
  char filler = '\0';         ///< what stands for each of the zero bytes
};

/// An archive with these members, in this order. Throws std::runtime_error.
std::string make_zip(const std::vector<ZipEntry>& entries);

}  // namespace langdu::testing
