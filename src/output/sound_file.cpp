#include "output/sound_file.h"

#include <utility>

namespace langdu {

/// What libsndfile sees as the file.
struct SoundFile::Io {
  TemporaryFile& file;
  std::uint64_t base;
  std::uint64_t position = 0;  ///< from base
  std::exception_ptr failure;  ///< the first

  std::uint64_t size() const { return file.size() < base ? 0 : file.size() - base; }

  static Io& of(void* user) { return *static_cast<Io*>(user); }

  static sf_count_t length(void* user) {
    try {
      return static_cast<sf_count_t>(of(user).size());
    } catch (...) {  // an exception must not cross the C code of libsndfile
      return of(user).fail();
    }
  }

  static sf_count_t seek(sf_count_t offset, int whence, void* user) {
    Io& io = of(user);
    if (whence == SEEK_CUR) offset += static_cast<sf_count_t>(io.position);
    if (whence == SEEK_END) offset += length(user);
    if (offset < 0) return -1;
    io.position = static_cast<std::uint64_t>(offset);
    return offset;
  }

  static sf_count_t write(const void* bytes, sf_count_t count, void* user) {
    Io& io = of(user);
    if (io.failure) return 0;
    try {
      io.file.writer().write_at(io.base + io.position,
                                {static_cast<const char*>(bytes), static_cast<std::size_t>(count)});
    } catch (...) {
      return io.fail();
    }
    io.position += static_cast<std::uint64_t>(count);
    return count;
  }

  static sf_count_t read(void*, sf_count_t, void*) { return 0; }
  static sf_count_t tell(void* user) { return static_cast<sf_count_t>(of(user).position); }

  /// Inside a catch block.
  sf_count_t fail() {
    if (!failure) failure = std::current_exception();
    return 0;
  }
};

SoundFile::SoundFile(TemporaryFile& file, const Settings& settings)
    : io_(std::make_unique<Io>(Io{file, settings.offset, 0, nullptr})) {
  SF_VIRTUAL_IO calls{Io::length, Io::seek, Io::read, Io::write, Io::tell};
  SF_INFO info{};
  info.samplerate = settings.sample_rate;
  info.channels = 1;
  info.format = settings.format;
  sound_ = sf_open_virtual(&calls, SFM_WRITE, &info, io_.get());
  check();
  if (sound_ == nullptr) throw Error(Fault::cannot_write, file.writer().name(), sf_strerror(nullptr));
}

SoundFile::~SoundFile() {
  if (sound_ != nullptr) sf_close(sound_);
}

void SoundFile::command(int number, void* data, int size) {
  if (sf_command(sound_, number, data, size) != SF_TRUE) {
    throw Error(Fault::cannot_write, io_->file.writer().name(), sf_strerror(sound_));
  }
}

void SoundFile::write(std::span<const std::int16_t> samples) {
  const auto count = static_cast<sf_count_t>(samples.size());
  const sf_count_t written = sf_write_short(sound_, samples.data(), count);
  check();
  if (written != count) throw Error(Fault::cannot_write, io_->file.writer().name(), sf_strerror(sound_));
}

void SoundFile::close() {
  const int failure = sf_close(std::exchange(sound_, nullptr));
  check();
  if (failure != 0) throw Error(Fault::cannot_write, io_->file.writer().name(), sf_error_number(failure));
}

void SoundFile::check() const {
  if (io_->failure) std::rethrow_exception(io_->failure);
}

}  // namespace langdu
