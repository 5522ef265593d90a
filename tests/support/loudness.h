#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

/// What libebur128 says about a mono signal.
struct Loudness {
  double lufs = 0;          ///< integrated (EBU R 128)
  double true_peak_db = 0;  ///< of full scale
};

Loudness measure(std::span<const std::int16_t> samples, int sample_rate);

/// A whole sound file.
struct Sound {
  int sample_rate = 0;
  std::vector<std::int16_t> samples;
};

/// Reads a mono file with libsndfile. Throws std::runtime_error.
Sound read_sound(const std::string& path);
