#include "support/make_zip.h"

#include <zip.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <stdexcept>

namespace langdu::testing {
namespace {

void require(bool good) {
  if (!good) throw std::runtime_error("libzip cannot make the archive of the test");
}

struct Zeros {
  std::uint64_t size;
  std::uint64_t left;
  char filler;
};

/// The callback of a zip source of zeros.
zip_int64_t give_zeros(void* user, void* data, zip_uint64_t size, zip_source_cmd_t command) {
  Zeros& zeros = *static_cast<Zeros*>(user);
  switch (command) {
    case ZIP_SOURCE_OPEN:
      zeros.left = zeros.size;
      return 0;
    case ZIP_SOURCE_READ: {
      const auto count = std::min<std::uint64_t>(size, zeros.left);
      std::memset(data, zeros.filler, count);
      zeros.left -= count;
      return static_cast<zip_int64_t>(count);
    }
    case ZIP_SOURCE_STAT: {
      auto& stat = *static_cast<zip_stat_t*>(data);
      zip_stat_init(&stat);
      stat.size = zeros.size;
      stat.valid = ZIP_STAT_SIZE;
      return sizeof(zip_stat_t);
    }
    case ZIP_SOURCE_FREE:
      delete &zeros;
      return 0;
    case ZIP_SOURCE_CLOSE:
      return 0;
    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                            ZIP_SOURCE_STAT, ZIP_SOURCE_FREE, -1);
    default:
      return -1;
  }
}

void add(zip_t* archive, const ZipEntry& entry) {
  zip_source_t* content =
      entry.zeros > 0 ? zip_source_function(archive, give_zeros, new Zeros{entry.zeros, 0, entry.filler})
                      : zip_source_buffer(archive, entry.content.data(), entry.content.size(), 0);
  require(content != nullptr);
  const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), content, ZIP_FL_ENC_UTF_8);
  require(index >= 0);
  const auto at = static_cast<zip_uint64_t>(index);
  require(zip_set_file_compression(archive, at, entry.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 1) == 0);
  if (!entry.password.empty())
    require(zip_file_set_encryption(archive, at, ZIP_EM_AES_256, entry.password.c_str()) == 0);
}

}  // namespace

std::string make_zip(const std::vector<ZipEntry>& entries) {
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  require(target != nullptr);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
  require(archive != nullptr);
  zip_source_keep(target);
  for (const ZipEntry& entry : entries) add(archive, entry);
  require(zip_close(archive) == 0);
  zip_stat_t stat;
  require(zip_source_stat(target, &stat) == 0 && zip_source_open(target) == 0);
  std::string bytes(stat.size, '\0');
  require(zip_source_read(target, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

}  // namespace langdu::testing
