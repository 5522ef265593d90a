#pragma once
#include "read/encodings.h"

namespace langdu {

/// What the user may decide of reading.
struct ReadOptions {
  const Encoding* encoding = nullptr;  ///< of the text; nullptr: found
  bool keep_all = false;               ///< no piece is left out as navigation or the like
  bool image_texts = false;            ///< read what stands for an image
  bool notes = false;                  ///< read footnotes and endnotes
};

}  // namespace langdu
