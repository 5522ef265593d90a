#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace langdu {

/// What a character reference of HTML stands for: "&amp;", "&#39;", "&#x4E2D;", with its ampersand and
/// semicolon. Nothing when the name is none that texts use.
std::optional<std::string> entity_text(std::string_view entity);

}  // namespace langdu
