#pragma once
#include <cstddef>
#include <string_view>

namespace langdu {

/// The largest picture that is kept as a cover: a block of a FLAC file counts its bytes in 24 bits.
inline constexpr int most_picture_mib = 15;
inline constexpr std::size_t most_picture_bytes = std::size_t{most_picture_mib} << 20;

/// What the bytes of an image say of themselves, whatever its name is.
struct PictureLook {
  std::string_view media_type;  ///< "image/jpeg" or "image/png"
  int width = 0;                ///< in pixels, 1 to 65,535
  int height = 0;
  std::string_view fault;  ///< why it is no whole JPEG or PNG image; empty when it is
};

PictureLook look_at_picture(std::string_view bytes);

}  // namespace langdu
