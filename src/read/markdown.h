#pragma once
#include <string>
#include <string_view>

#include "read/document.h"
#include "read/read_options.h"

namespace langdu {

/// Markdown: CommonMark with tables, strikethrough, task lists, footnotes and front matter. Indented lines
/// are text, as Chinese paragraphs are indented. What stands in HTML is read by the reader of HTML.
Document read_markdown(std::string content, const ReadOptions& options);

/// Whether a text without a name is Markdown: it begins with front matter, or has two headings (# ...) near
/// its start.
bool seems_markdown(std::string_view content);

}  // namespace langdu
