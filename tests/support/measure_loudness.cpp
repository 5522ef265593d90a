// measure_loudness FILE...: for each mono sound file one line: integrated loudness (LUFS), true peak (dBTP),
// seconds and name, separated by tabs. scripts/calibrate reads it.
#include <cstdio>
#include <exception>

#include "support/loudness.h"

int main(int count, char** arguments) {
  try {
    for (int i = 1; i < count; ++i) {
      const Sound sound = read_sound(arguments[i]);
      const Loudness loudness = measure(sound.samples, sound.sample_rate);
      const double seconds = static_cast<double>(sound.samples.size()) / sound.sample_rate;
      std::printf("%.2f\t%.2f\t%.3f\t%s\n", loudness.lufs, loudness.true_peak_db, seconds, arguments[i]);
    }
    return 0;
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "measure_loudness: %s\n", failure.what());
    return 1;
  }
}
