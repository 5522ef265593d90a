// Encodes a WAV file as langdu does, without the synthesis: what `langdu render` can at best take; for
// scripts/bench.
//   measure_encoding FILE.wav OUT
#include <sndfile.h>

#include <cstdio>
#include <exception>
#include <vector>

#include "output/outputs.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("measure_encoding: use: measure_encoding FILE.wav OUT\n", stderr);
    return 2;
  }
  SF_INFO info = {};
  SNDFILE* const sound = sf_open(argv[1], SFM_READ, &info);
  if (sound == nullptr || info.channels != 1) {
    std::fprintf(stderr, "measure_encoding: %s: is no mono sound file\n", argv[1]);
    return 1;
  }
  try {
    const langdu::Plan plan;
    const auto sink = langdu::format_of(argv[2]).open(argv[2], plan, {.sample_rate = info.samplerate});
    std::vector<std::int16_t> samples(4096);
    langdu::Timeline timeline;
    timeline.sample_rate = info.samplerate;
    while (const auto count = sf_read_short(sound, samples.data(), 4096)) {
      sink->write(std::span(samples).first(static_cast<std::size_t>(count)));
      timeline.frames += static_cast<std::uint64_t>(count);
    }
    sink->finish(timeline);
    sink->commit();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "measure_encoding: %s\n", error.what());
    return 1;
  }
  sf_close(sound);
  return 0;
}
