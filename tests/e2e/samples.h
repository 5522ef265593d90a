#pragma once
#include <doctest/doctest.h>
#include <sndfile.h>

#include <cstdint>
#include <string>
#include <vector>

/// All samples of a file that langdu rendered.
inline std::vector<std::int16_t> samples_of(const std::string& file) {
  SF_INFO info = {};
  SNDFILE* sound = sf_open(file.c_str(), SFM_READ, &info);
  REQUIRE(sound != nullptr);
  std::vector<std::int16_t> samples(static_cast<std::size_t>(info.frames));
  REQUIRE(sf_read_short(sound, samples.data(), info.frames) == info.frames);
  CHECK(info.channels == 1);
  CHECK(info.samplerate == 22050);
  sf_close(sound);
  return samples;
}
