#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace langdu {

/// Puts `count` elements behind `bytes` as they are in memory: the tables of the data files are read so.
template <typename T>
void append_table(std::string& bytes, const T* from, std::size_t count) {
  bytes.append(reinterpret_cast<const char*>(from), count * sizeof *from);
}
template <typename T>
void append_table(std::string& bytes, const std::vector<T>& table) {
  append_table(bytes, table.data(), table.size());
}

}  // namespace langdu
