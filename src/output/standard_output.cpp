#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <optional>

#include "output/file_writer.h"
#include "output/formats.h"
#include "output/riff.h"

namespace langdu {
namespace {

/// Where in standard output the file begins, when it is a regular file in which earlier bytes can be written
/// again.
std::optional<std::uint64_t> patchable_from() {
  struct stat status {};
  if (fstat(STDOUT_FILENO, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  const int flags = fcntl(STDOUT_FILENO, F_GETFL);
  if (flags < 0 || (flags & O_APPEND) != 0) return std::nullopt;  // pwrite would append, too
  const off_t place = lseek(STDOUT_FILENO, 0, SEEK_CUR);
  if (place < 0) return std::nullopt;
  return static_cast<std::uint64_t>(place);
}

/// A header with an open end and then the samples, each as soon as it comes. A regular file gets its lengths
/// and its chapters in the end; a pipe is over when it is closed.
class StandardOutput : public Sink {
 public:
  StandardOutput(const Plan& plan, int sample_rate)
      : plan_(plan), begin_(patchable_from()), writer_(STDOUT_FILENO, "standard output") {
    writer_.write(begin_ ? wav_header(long_wav_header, sample_rate, 0, 0) : open_wav_header(sample_rate));
  }

  void write(std::span<const std::int16_t> samples) override {
    writer_.write(as_bytes(samples));
    data_bytes_ += samples.size_bytes();
  }

  void finish(const Timeline& timeline) override {
    if (!begin_) return;
    const std::string tail = wav_tail(plan_, timeline);
    writer_.write(tail);
    writer_.write_at(*begin_, wav_header(long_wav_header, timeline.sample_rate, data_bytes_, tail.size()));
  }

  void commit() override {}  // what is written is out

 private:
  const Plan& plan_;
  const std::optional<std::uint64_t> begin_;
  FileWriter writer_;
  std::uint64_t data_bytes_ = 0;
};

}  // namespace

std::unique_ptr<Sink> open_standard_output(const Plan& plan, const OutputOptions& options) {
  return std::make_unique<StandardOutput>(plan, options.sample_rate);
}

}  // namespace langdu
