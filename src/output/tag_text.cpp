#include "output/tag_text.h"

#include <fmt/format.h>

#include <array>

#include "text/utf8.h"

namespace langdu {

std::string tag_text(std::string_view text) {
  std::string result = printable(text);
  for (char& byte : result) {
    const auto code = static_cast<unsigned char>(byte);
    if (code < 0x20 || code == 0x7F) byte = ' ';
  }
  return result;
}

std::string_view cut_text(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  const auto continues = [&](std::size_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  };
  while (bytes > 0 && continues(bytes)) --bytes;
  return text.substr(0, bytes);
}

std::string tag_title(std::string_view text) {
  constexpr std::size_t longest = 1000;
  return tag_text(cut_text(text, longest));
}

std::string tag_album(const Metadata& metadata) {
  return tag_title(metadata.track == 0 ? metadata.title : metadata.album);
}

std::string tag_track(const Metadata& metadata) {
  return metadata.track == 0 ? std::string() : fmt::format("{}/{}", metadata.track, metadata.tracks);
}

std::string tag_date(std::string_view text) {
  std::array<int, 3> numbers{};  // year, month, day
  std::size_t count = 0;
  std::size_t at = 0;
  const auto is_digit = [&] { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
  for (; count < numbers.size() && at < text.size(); ++count) {
    std::size_t digits = 0;
    for (; is_digit() && digits < 4; ++at, ++digits) numbers[count] = numbers[count] * 10 + (text[at] - '0');
    if (digits == 0 || is_digit() || (digits == 4) != (count == 0) || (count > 0 && digits > 2)) break;
    while (at < text.size() && !is_digit()) ++at;
  }
  const auto [year, month, day] = numbers;
  if (count == 0) return {};
  if (count < 2 || month < 1 || month > 12) return fmt::format("{:04}", year);
  if (count < 3 || day < 1 || day > 31) return fmt::format("{:04}-{:02}", year, month);
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

}  // namespace langdu
