#pragma once
#include <string>
#include <string_view>

#include "read/document.h"
#include "read/read_options.h"

namespace langdu {

/// Subtitles, SRT and WebVTT: what is said, without times and settings. Each cue is a paragraph.
Document read_subtitles(std::string content, const ReadOptions& options);

/// Whether the text opens as WebVTT does, or with the number and the times of a cue.
bool shows_subtitles(std::string_view content);

}  // namespace langdu
