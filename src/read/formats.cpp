#include "read/formats.h"

#include <algorithm>
#include <array>
#include <utility>

#include "read/docx.h"
#include "read/epub.h"
#include "read/html.h"
#include "read/markdown.h"
#include "read/pause_marks.h"
#include "read/plain_text.h"
#include "read/rtf.h"
#include "read/subtitles.h"
#include "text/ascii.h"

namespace langdu {
namespace {

// The first row is what everything else is taken for.
constexpr std::array table = {
    InputFormat{"text", "plain text", ".txt .text", nullptr, nullptr, true, nullptr, read_plain_text},
    InputFormat{"html", "web pages", ".html .htm .xhtml", shows_html, nullptr, true, declared_html_encoding,
                read_html},
    InputFormat{"markdown", "Markdown", ".md .markdown .mkd", nullptr, seems_markdown, true, nullptr,
                read_markdown},
    InputFormat{"rtf", "Rich Text", ".rtf", shows_rtf, nullptr, true, rtf_encoding, read_rtf},
    InputFormat{"subtitles", "SRT and WebVTT subtitles", ".srt .vtt", shows_subtitles, nullptr, true, nullptr,
                read_subtitles},
    InputFormat{"docx", "Word documents", ".docx .docm", shows_docx, nullptr, false, nullptr, read_docx},
    InputFormat{"epub", "e-books, EPUB 2 and 3", ".epub", shows_epub, nullptr, false, nullptr, read_epub},
};

bool equal_but_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower_ascii(x) == lower_ascii(y); });
}

/// From the last dot of the last part of the path; empty if there is none or it opens the name (".profile").
std::string_view extension_of(std::string_view name) {
  const auto slash = name.rfind('/');
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string_view{} : name.substr(dot);
}

bool has_extension(const InputFormat& format, std::string_view extension) {
  for (auto rest = format.extensions; !rest.empty() && !extension.empty();) {
    const auto end = std::min(rest.find(' '), rest.size());
    if (equal_but_case(rest.substr(0, end), extension)) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

}  // namespace

const InputFormat& format_of(std::string_view content, std::string_view name) {
  if (const InputFormat* const shown = find_shown_format(content)) return *shown;
  const auto extension = extension_of(name);
  const auto likely = std::find_if(table.begin(), table.end(), [&](const InputFormat& format) {
    return extension.empty() && format.seems != nullptr && format.seems(content);
  });
  if (likely != table.end()) return *likely;
  const auto named = std::find_if(table.begin(), table.end(), [&](const InputFormat& format) {
    return format.shows == nullptr && has_extension(format, extension);
  });
  return named == table.end() ? table.front() : *named;
}

std::span<const InputFormat> input_formats() { return table; }

const InputFormat* find_shown_format(std::string_view content) {
  const auto shown = std::find_if(table.begin(), table.end(), [&](const InputFormat& format) {
    return format.shows != nullptr && format.shows(content);
  });
  return shown == table.end() ? nullptr : &*shown;
}

Document read_document(std::string content, std::string_view name, const ReadOptions& options) {
  const InputFormat* format = &format_of(content, name);
  std::vector<Note> notes;
  if (format->is_text) {
    const Encoding* declared = format->declared == nullptr ? nullptr : format->declared(content);
    DecodedText decoded = decode(std::move(content), options.encoding, declared);
    content = std::move(decoded.text);
    notes = std::move(decoded.notes);
    format = &format_of(content, name);  // what UTF-16 hides shows now
  }
  Document document = format->read(std::move(content), options);
  document.notes.insert(document.notes.begin(), notes.begin(), notes.end());
  if (document.parts.empty())
    document.parts.push_back({{0, static_cast<std::uint32_t>(document.source.size())}, {}, {}});
  for (Part& part : document.parts) part.file = name;
  take_pause_marks(document);
  return document;
}

}  // namespace langdu
