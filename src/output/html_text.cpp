#include "output/html_text.h"

#include <fmt/format.h>

#include "output/tag_text.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace langdu {
namespace {

/// Bidi_Control of Unicode's PropList.txt.
bool turns_direction(char32_t code) {
  return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

std::string_view reference_of(char32_t code) {
  switch (code) {
    case U'&':
      return "&amp;";
    case U'<':
      return "&lt;";
    case U'>':
      return "&gt;";
    case U'"':
      return "&quot;";
    default:
      return {};
  }
}

}  // namespace

std::string html_text(std::string_view text) {
  const std::string clean = tag_text(text);
  std::string result;
  for (std::size_t at = 0; at < clean.size();) {
    const Rune rune = rune_at(clean, at);
    const std::string_view reference = reference_of(rune.code);
    if (!reference.empty()) {
      result += reference;
    } else if (!turns_direction(rune.code)) {
      result.append(clean, at, rune.size);
    }
    at += rune.size;
  }
  return result;
}

std::string relative_address(std::string_view path) {
  std::string result;
  for (const char c : path) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain) {
      result += c;
    } else {
      result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return result;
}

}  // namespace langdu
