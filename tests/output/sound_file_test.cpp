#include "output/sound_file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include "output/written.h"
#include "support/loudness.h"
#include "support/temporary_folder.h"

using namespace langdu;

namespace {

/// Makes every further write into the file fail: its descriptor becomes one for reading.
void break_file(TemporaryFile& file) {
  const int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
  dup2(null, file.writer().descriptor());
  close(null);
}

constexpr int wav = SF_FORMAT_WAV | SF_FORMAT_PCM_16;
constexpr int mp3 = SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III;

}  // namespace

TEST_CASE("a sound file begins at its offset") {
  const TemporaryFolder folder;
  TemporaryFile file(folder / "x");
  file.writer().write("12345678");
  SoundFile sound(file, {.format = wav, .sample_rate = 22050, .offset = 8});
  const std::vector<std::int16_t> samples{1, 2, 3};
  sound.write(samples);
  sound.close();
  file.commit();
  const std::string content = content_of(folder / "x");
  CHECK(content.substr(0, 12) == "12345678RIFF");
  CHECK(read_sound(folder.write("cut.wav", content.substr(8))).samples == samples);
}

TEST_CASE("writes that libsndfile lets fail are errors, at the latest when the file is closed") {
  const TemporaryFolder folder;
  for (const int format : {wav, mp3}) {
    CAPTURE(format);
    TemporaryFile file(folder / "x");
    SoundFile sound(file, {.format = format, .sample_rate = 22050});
    sound.write(std::vector<std::int16_t>(1000));
    break_file(file);
    // A few samples stay in the encoder; the failure shows when they are flushed.
    CHECK(fault_of([&] {
            sound.write(std::vector<std::int16_t>(10));
            sound.close();
          }) == Fault::cannot_write);
  }
  CHECK(folder.count() == 0);
}

TEST_CASE("a sound file that is given up after a failure is closed in peace") {
  const TemporaryFolder folder;
  TemporaryFile file(folder / "x");
  SoundFile sound(file, {.format = mp3, .sample_rate = 22050});
  break_file(file);
  CHECK(fault_of([&] { sound.write(std::vector<std::int16_t>(100000)); }) == Fault::cannot_write);
}

TEST_CASE("what libsndfile cannot write is refused at once") {
  const TemporaryFolder folder;
  TemporaryFile file(folder / "x");
  CHECK(fault_of([&] { SoundFile(file, {.format = 0, .sample_rate = 22050}); }) == Fault::cannot_write);
  SoundFile sound(file, {.format = wav, .sample_rate = 22050});
  CHECK(fault_of([&] { sound.command(SFC_SET_VBR_ENCODING_QUALITY, nullptr, 0); }) == Fault::cannot_write);
}
