#pragma once
#include <string>
#include <string_view>

namespace langdu {

/// A title as it may stand in a tag: valid UTF-8 on one line, without control characters.
std::string tag_text(std::string_view text);

/// At most `bytes` of UTF-8, cut between two code points.
std::string_view cut_text(std::string_view text, std::size_t bytes);

}  // namespace langdu
