#pragma once
#include <cstddef>
#include <string_view>

namespace langdu {

// The angle brackets around a reading: ASCII, or full-width as a Chinese keyboard types them.
inline constexpr std::string_view full_width_open = "＜";
inline constexpr std::string_view full_width_close = "＞";

/// Bytes of the bracket at byte `at`, or 0 when none stands there.
inline std::size_t opening_bracket(std::string_view text, std::size_t at) {
  if (text[at] == '<') return 1;
  return text.substr(at, full_width_open.size()) == full_width_open ? full_width_open.size() : 0;
}
inline std::size_t closing_bracket(std::string_view text, std::size_t at) {
  if (text[at] == '>') return 1;
  return text.substr(at, full_width_close.size()) == full_width_close ? full_width_close.size() : 0;
}

/// Finds the opening brackets of a text from left to right.
class OpeningBrackets {
 public:
  explicit OpeningBrackets(std::string_view text)
      : text_(text), ascii_(text.find('<')), wide_(text.find(full_width_open)) {}

  /// The place of the next one, or npos.
  std::size_t next() {
    const std::size_t at = ascii_ < wide_ ? ascii_ : wide_;
    if (at == std::string_view::npos) return at;
    if (at == ascii_) {
      ascii_ = text_.find('<', at + 1);
    } else {
      wide_ = text_.find(full_width_open, at + 1);
    }
    return at;
  }

 private:
  std::string_view text_;
  std::size_t ascii_;
  std::size_t wide_;
};

}  // namespace langdu
