#pragma once
#include <sndfile.h>

#include <cstdint>
#include <exception>
#include <memory>
#include <span>

#include "output/temporary_file.h"

namespace langdu {

/// A sound file that libsndfile encodes into a TemporaryFile, from an offset on. libsndfile ignores failed
/// writes in places (its MP3 encoder all of them, closing too); here the first one is kept and thrown.
class SoundFile {
 public:
  struct Settings {
    int format = 0;  ///< SF_FORMAT_...
    int sample_rate = 0;
    std::uint64_t offset = 0;  ///< of the sound file in `file`
  };

  /// `file` must outlive it. Throws Error(cannot_write) when libsndfile cannot make this format.
  SoundFile(TemporaryFile& file, const Settings& settings);
  SoundFile(const SoundFile&) = delete;
  SoundFile& operator=(const SoundFile&) = delete;
  ~SoundFile();

  /// For settings, before the first sample. Throws Error(cannot_write) when libsndfile refuses.
  void command(int number, void* data, int size);

  void write(std::span<const std::int16_t> samples);

  /// Writes all that is still to be written.
  void close();

 private:
  struct Io;
  void check() const;

  std::unique_ptr<Io> io_;
  SNDFILE* sound_ = nullptr;
};

}  // namespace langdu
