#include "support/loudness.h"

#include <ebur128.h>
#include <sndfile.h>

#include <cmath>
#include <memory>
#include <stdexcept>

Loudness measure(std::span<const std::int16_t> samples, int sample_rate) {
  ebur128_state* state =
      ebur128_init(1, static_cast<unsigned long>(sample_rate), EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK);
  if (state == nullptr) throw std::runtime_error("libebur128 cannot start");
  Loudness result;
  double peak = 0;
  const bool done = ebur128_add_frames_short(state, samples.data(), samples.size()) == EBUR128_SUCCESS &&
                    ebur128_loudness_global(state, &result.lufs) == EBUR128_SUCCESS &&
                    ebur128_true_peak(state, 0, &peak) == EBUR128_SUCCESS;
  ebur128_destroy(&state);
  if (!done) throw std::runtime_error("libebur128 failed");
  result.true_peak_db = 20 * std::log10(peak);
  return result;
}

Sound read_sound(const std::string& path) {
  SF_INFO info{};
  const std::unique_ptr<SNDFILE, int (*)(SNDFILE*)> file(sf_open(path.c_str(), SFM_READ, &info), sf_close);
  if (!file) throw std::runtime_error(path + ": " + sf_strerror(nullptr));
  if (info.channels != 1) throw std::runtime_error(path + ": not mono");
  Sound sound{info.samplerate, {}};
  std::vector<std::int16_t> block(1 << 16);
  while (const sf_count_t got =
             sf_read_short(file.get(), block.data(), static_cast<sf_count_t>(block.size()))) {
    sound.samples.insert(sound.samples.end(), block.begin(), block.begin() + got);
  }
  return sound;
}
