#pragma once
#include <string>
#include <string_view>

namespace langdu {

/// Text as WebVTT writes it: no tags, no character references, and no "-->".
inline std::string vtt_escape(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

}  // namespace langdu
