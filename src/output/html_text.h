#pragma once
#include <string>
#include <string_view>

namespace langdu {

/// Any bytes as text of an HTML page or as an attribute in double quotes: valid UTF-8 without control
/// characters and without those that turn the direction of what follows.
std::string html_text(std::string_view text);

/// The name of a file beside a page as its address: a relative path with everything but letters, digits and
/// -._~/ as %XX of its bytes (RFC 3986).
std::string relative_address(std::string_view path);

}  // namespace langdu
