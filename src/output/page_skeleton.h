#pragma once
#include <string_view>

namespace langdu {

/// The read-along page without a document, with its style and script: page/*, put together when langdu is
/// built. Between %% and %% stand the names of what write_page() puts in.
extern const std::string_view page_skeleton;

}  // namespace langdu
