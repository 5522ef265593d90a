#include "text/utf8.h"

#include <utf8proc.h>

#include <array>

namespace langdu {

Rune other_rune_at(std::string_view text, std::size_t at) {
  utf8proc_int32_t code = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
  const auto size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &code);
  if (size <= 0) return {};
  return {static_cast<char32_t>(code), static_cast<std::uint32_t>(size), true};
}

Rune rune_before(std::string_view text, std::size_t at) {
  for (std::size_t size = 1; size <= 4 && size <= at; ++size) {
    const auto byte = static_cast<unsigned char>(text[at - size]);
    if ((byte & 0xC0) == 0x80) continue;
    const Rune rune = rune_at(text.substr(0, at), at - size);
    return rune.size == size ? rune : Rune{};
  }
  return {};
}

void append_utf8(std::string& text, char32_t code) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code), bytes.data());
  text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

std::size_t count_runes(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += rune_at(text, at).size) ++count;
  return count;
}

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Rune rune = rune_at(text, at);
    if (rune.valid) {
      result.append(text.substr(at, rune.size));
    } else {
      append_utf8(result, 0xFFFD);
    }
    at += rune.size;
  }
  return result;
}

bool is_hanzi(char32_t code) {
  // Blocks of Unicode 17.0 (Blocks.txt): the unified ideographs, extensions A to J, both compatibility
  // blocks, and the radicals, which PDF files have in the place of hanzi.
  return (code >= 0x4E00 && code <= 0x9FFF) || code == 0x3007 || code == 0x3005 ||
         (code >= 0x2E80 && code <= 0x2FD5 && code != 0x2E9A && (code <= 0x2EF3 || code >= 0x2F00)) ||
         (code >= 0x3400 && code <= 0x4DBF) || (code >= 0xF900 && code <= 0xFAFF) ||
         (code >= 0x20000 && code <= 0x3347F);
}

bool is_blank(char32_t code) {
  return code == U' ' || code == U'\t' || code == 0xA0 || code == 0x3000 ||
         (code >= 0x2000 && code <= 0x200B) || code == 0x202F || code == 0x205F || code == 0x1680;
}

bool is_invisible(char32_t code) {
  if (code < 0x20) return code != U'\t' && code != U'\n' && code != U'\r';
  return code == 0x7F || (code >= 0x80 && code < 0xA0 && code != 0x85) || code == 0xAD || code == 0x34F ||
         code == 0x61C || (code >= 0x180B && code <= 0x180F) || (code >= 0x200C && code <= 0x200F) ||
         (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF ||
         (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0xE0100 && code <= 0xE01EF);
}

Span without_edge_blanks(std::string_view line) {
  std::size_t begin = 0;
  std::size_t end = line.size();
  while (begin < end) {
    const Rune rune = rune_at(line, begin);
    if (!rune.valid || !is_blank(rune.code)) break;
    begin += rune.size;
  }
  while (end > begin) {
    const Rune rune = rune_before(line, end);
    if (!rune.valid || !is_blank(rune.code)) break;
    end -= rune.size;
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace langdu
