#include "output/zip_writer.h"

#include <zip.h>

#include <algorithm>

#include "speak/interrupt.h"

namespace langdu {

/// What libzip sees as the archive's file.
struct ZipWriter::Target {
  TemporaryFile& file;
  std::exception_ptr& failure;
  std::uint64_t position = 0;

  zip_int64_t write(const void* data, zip_uint64_t size) {
    throw_if_interrupted();
    file.writer().write_at(position, {static_cast<const char*>(data), size});
    position += size;
    return static_cast<zip_int64_t>(size);
  }

  zip_int64_t seek(void* data, zip_uint64_t size) {
    const zip_int64_t place = zip_source_seek_compute_offset(position, file.size(), data, size, nullptr);
    if (place < 0) return -1;
    position = static_cast<std::uint64_t>(place);
    return 0;
  }

  zip_int64_t answer(void* data, zip_uint64_t size, zip_source_cmd_t command);
  static zip_int64_t call(void* user, void* data, zip_uint64_t size, zip_source_cmd_t command);
};

/// A member that is a part of another file.
struct ZipWriter::Section {
  const ScratchFile& file;
  std::uint64_t offset;
  std::uint64_t size;
  std::exception_ptr& failure;
  std::uint64_t position = 0;

  zip_int64_t read(void* data, zip_uint64_t room) {
    const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(room, size - position));
    const std::size_t count = file.read_at(offset + position, {static_cast<char*>(data), most});
    position += count;
    return static_cast<zip_int64_t>(count);
  }

  zip_int64_t answer(void* data, zip_uint64_t room, zip_source_cmd_t command);
  static zip_int64_t call(void* user, void* data, zip_uint64_t room, zip_source_cmd_t command);
};

namespace {

zip_int64_t tell_size(void* data, std::uint64_t size) {
  auto& stat = *static_cast<zip_stat_t*>(data);
  zip_stat_init(&stat);
  stat.size = size;
  stat.valid = ZIP_STAT_SIZE;
  return sizeof stat;
}

/// libzip wants a reason, too; the true one is thrown when it has returned.
zip_int64_t tell_failure(void* data, zip_uint64_t size) {
  zip_error_t error;
  zip_error_init(&error);
  zip_error_set(&error, ZIP_ER_WRITE, 0);
  const zip_int64_t written = zip_error_to_data(&error, data, size);
  zip_error_fini(&error);
  return written;
}

}  // namespace

zip_int64_t ZipWriter::Target::answer(void* data, zip_uint64_t size, zip_source_cmd_t command) {
  switch (command) {
    case ZIP_SOURCE_SUPPORTS:
      return ZIP_SOURCE_SUPPORTS_WRITABLE;
    case ZIP_SOURCE_STAT:
      return tell_size(data, file.size());
    case ZIP_SOURCE_WRITE:
      return write(data, size);
    case ZIP_SOURCE_SEEK_WRITE:
      return seek(data, size);
    case ZIP_SOURCE_TELL_WRITE:
      return static_cast<zip_int64_t>(position);
    case ZIP_SOURCE_ERROR:
      return tell_failure(data, size);
    case ZIP_SOURCE_OPEN:
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_FREE:
    case ZIP_SOURCE_BEGIN_WRITE:
    case ZIP_SOURCE_COMMIT_WRITE:
    case ZIP_SOURCE_ROLLBACK_WRITE:
      return 0;
    default:  // nothing is read from it, and an archive without members is not removed
      return -1;
  }
}

zip_int64_t ZipWriter::Target::call(void* user, void* data, zip_uint64_t size, zip_source_cmd_t command) {
  auto& self = *static_cast<Target*>(user);
  try {
    return self.answer(data, size, command);
  } catch (...) {  // an exception must not cross the C code of libzip
    if (!self.failure) self.failure = std::current_exception();
    return -1;
  }
}

zip_int64_t ZipWriter::Section::answer(void* data, zip_uint64_t room, zip_source_cmd_t command) {
  switch (command) {
    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                            ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
    case ZIP_SOURCE_OPEN:
      position = 0;
      return 0;
    case ZIP_SOURCE_READ:
      return read(data, room);
    case ZIP_SOURCE_STAT:
      return tell_size(data, size);
    case ZIP_SOURCE_ERROR:
      return tell_failure(data, room);
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_FREE:
      return 0;
    default:
      return -1;
  }
}

zip_int64_t ZipWriter::Section::call(void* user, void* data, zip_uint64_t room, zip_source_cmd_t command) {
  auto& self = *static_cast<Section*>(user);
  try {
    return self.answer(data, room, command);
  } catch (...) {
    if (!self.failure) self.failure = std::current_exception();
    return -1;
  }
}

void ZipWriter::Discard::operator()(zip* archive) const { zip_discard(archive); }

ZipWriter::ZipWriter(TemporaryFile& file) : target_(new Target{file, failure_}) {
  zip_source_t* const source = zip_source_function_create(Target::call, target_.get(), nullptr);
  if (source == nullptr) fail("out of memory");
  archive_.reset(zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, nullptr));
  if (archive_ != nullptr) return;  // it owns the source
  zip_source_free(source);
  fail("libzip cannot begin an archive");
}

ZipWriter::~ZipWriter() = default;

void ZipWriter::add(const std::string& name, std::string content, Packing packing) {
  contents_.push_back(std::move(content));
  add_source(name, zip_source_buffer(archive_.get(), contents_.back().data(), contents_.back().size(), 0),
             packing);
}

void ZipWriter::add(const std::string& name, const ScratchFile& file, std::uint64_t offset,
                    std::uint64_t size) {
  sections_.push_back({file, offset, size, failure_});
  add_source(name, zip_source_function(archive_.get(), Section::call, &sections_.back()), Packing::stored);
}

void ZipWriter::add_source(const std::string& name, zip_source* source, Packing packing) {
  const zip_int64_t index = source == nullptr ? -1 : zip_file_add(archive_.get(), name.c_str(), source, 0);
  if (index < 0) {
    zip_source_free(source);
    fail(zip_strerror(archive_.get()));
  }
  const auto at = static_cast<zip_uint64_t>(index);
  const zip_int32_t method = packing == Packing::stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
  constexpr zip_uint16_t first_day = 1 << 5 | 1;  // month and day; years count from 1980
  // As the MS-DOS date itself: a time_t would be taken as local.
  if (zip_set_file_compression(archive_.get(), at, method, 0) != 0 ||
      zip_file_set_dostime(archive_.get(), at, 0, first_day, 0) != 0)
    fail(zip_strerror(archive_.get()));
}

void ZipWriter::close() {
  const bool done = zip_close(archive_.get()) == 0;
  if (failure_) std::rethrow_exception(failure_);
  if (!done) fail(zip_strerror(archive_.get()));
  archive_.release();  // zip_close() has freed it
}

void ZipWriter::fail(const char* reason) const {
  throw Error(Fault::cannot_write, target_->file.writer().name(), reason);
}

}  // namespace langdu
