#pragma once
#include <filesystem>

namespace langdu {

/// What an output is made with, besides the plan.
struct OutputOptions {
  int sample_rate = 0;  ///< of the samples that are written to it, in Hz
  int bit_rate = 0;     ///< of a format that has one, in bit/s; 0: the format's own
  std::filesystem::path sound =
      {};  ///< the file with the sound that a file beside it names; empty: see open_text_file
  bool ruby = false;          ///< of a page: pinyin above the hanzi
  bool audio_beside = false;  ///< of a page: it names `sound` instead of holding the sound
};

/// A range in kbit/s, both ends included.
struct BitRates {
  int least = 0;
  int most = 0;
};

}  // namespace langdu
