#include "read/picture.h"

#include <cstdint>

namespace langdu {
namespace {

constexpr std::string_view png_signature = "\x89PNG\r\n\x1a\n";
constexpr std::string_view jpeg_signature = "\xFF\xD8\xFF";
constexpr std::uint32_t most_pixels = 65535;  // a side, as JPEG counts it in 16 bits

/// Big-endian; the bytes must be there.
std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < size; ++i) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

PictureLook fault(std::string_view reason) { return {.media_type = {}, .fault = reason}; }
PictureLook cut_off() { return fault("it is cut off"); }

PictureLook sized(std::string_view media_type, std::uint32_t width, std::uint32_t height) {
  if (width == 0 || height == 0 || width > most_pixels || height > most_pixels)
    return fault("its size in pixels makes no sense");
  return {.media_type = media_type,
          .width = static_cast<int>(width),
          .height = static_cast<int>(height),
          .fault = {}};
}

/// Chunks of length, name, content and checksum: IHDR first, IEND last.
PictureLook look_at_png(std::string_view bytes) {
  constexpr std::size_t head = 8;
  constexpr std::size_t checksum = 4;
  constexpr std::size_t least_ihdr = 13;
  PictureLook look;
  for (std::size_t at = png_signature.size(); at + head <= bytes.size();) {
    const std::size_t size = number_at(bytes, at, 4);
    const std::string_view name = bytes.substr(at + 4, 4);
    if (size + checksum > bytes.size() - at - head) return cut_off();
    if (look.media_type.empty()) {
      if (name != "IHDR" || size < least_ihdr) return fault("it does not begin with its size");
      look = sized("image/png", number_at(bytes, at + head, 4), number_at(bytes, at + head + 4, 4));
      if (!look.fault.empty()) return look;
    }
    if (name == "IEND") return look;
    at += head + size + checksum;
  }
  return cut_off();
}

/// Start of frame, which has the size; C4, C8 and CC are others.
bool is_frame(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Segments of a marker and a length with its content; behind the first scan (SOS) an end (EOI) must come.
PictureLook look_at_jpeg(std::string_view bytes) {
  constexpr std::size_t marker_size = 2;
  constexpr std::size_t frame_head = 9;  // marker, length, bits a sample, height, width
  PictureLook look;
  for (std::size_t at = marker_size; at + 2 * marker_size <= bytes.size();) {
    const unsigned marker = number_at(bytes, at, marker_size);
    if (marker == 0xFFFF) {  // filling
      ++at;
      continue;
    }
    if (marker < 0xFF01) return fault("it is damaged");
    if (marker == 0xFFDA) {
      if (look.media_type.empty()) return fault("it does not say its size");
      return bytes.find("\xFF\xD9", at) == bytes.npos ? cut_off() : look;
    }
    if (is_frame(marker & 0xFF)) {
      if (at + frame_head > bytes.size()) return cut_off();
      look = sized("image/jpeg", number_at(bytes, at + 7, 2), number_at(bytes, at + 5, 2));
      if (!look.fault.empty()) return look;
    }
    at += marker_size + number_at(bytes, at + marker_size, 2);
  }
  return cut_off();
}

}  // namespace

PictureLook look_at_picture(std::string_view bytes) {
  if (bytes.empty()) return fault("it is empty");
  if (bytes.starts_with(png_signature)) return look_at_png(bytes);
  if (bytes.starts_with(jpeg_signature)) return look_at_jpeg(bytes);
  return fault("it does not begin as one");
}

}  // namespace langdu
