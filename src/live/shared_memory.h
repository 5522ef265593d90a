#pragma once
#include <sys/mman.h>

#include <cerrno>
#include <cstring>
#include <new>
#include <type_traits>

#include "text/error.h"

namespace langdu {

/// One T in memory that a child process forked later sees as well, at the same address. The system gives the
/// memory back when the last process that has it is gone, however it ended.
template <typename T>
class SharedMemory {
  static_assert(std::is_trivially_destructible_v<T>);

 public:
  /// Throws Error(device_failed) when there is no memory.
  SharedMemory()
      : memory_(::mmap(nullptr, sizeof(T), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) {
    if (memory_ == MAP_FAILED) throw Error(Fault::device_failed, "shared memory", std::strerror(errno));
    value_ = new (memory_) T;
  }
  ~SharedMemory() { ::munmap(memory_, sizeof(T)); }
  SharedMemory(const SharedMemory&) = delete;
  SharedMemory& operator=(const SharedMemory&) = delete;

  T& operator*() const { return *value_; }
  T* operator->() const { return value_; }

 private:
  void* memory_;
  T* value_;
};

}  // namespace langdu
