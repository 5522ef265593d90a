#pragma once
#include <string>
#include <string_view>

#include "output/book.h"

namespace langdu {

// The parts of a book that are read, as EPUB 3 wants them. `number` is that of a page, from 0.

/// A chapter: its headings and paragraphs with an element around each sentence.
std::string page_xhtml(const Book& book, std::size_t number);

/// When each sentence of the page is heard: EPUB Media Overlays.
std::string page_smil(const Book& book, std::size_t number);

/// The table of contents: every chapter and every heading that was rendered.
std::string nav_xhtml(const Book& book);

/// A page with the picture in `file`.
std::string cover_xhtml(const Book& book, std::string_view file);

/// The class that a reading program gives to the sentence that is heard.
inline constexpr std::string_view active_class = "-epub-media-overlay-active";

std::string style_css();

}  // namespace langdu
