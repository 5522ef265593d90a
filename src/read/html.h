#pragma once
#include <string>
#include <string_view>

#include "read/block_writer.h"
#include "read/document.h"
#include "read/read_options.h"

namespace langdu {

/// Reads a page of HTML. Its body is found (html_body.h); everything else that the page shows is listed as
/// dropped. Rows of tables become paragraphs, their cells divided by commas; tables that only lay the page
/// out are read cell by cell. Items of numbered lists begin with their number. Readings above hanzi (ruby)
/// are reading marks when they are Pinyin of one syllable a hanzi.
Document read_html(std::string content, const ReadOptions& options);

/// The rule under which a page's own words about its date, source and author are dropped.
inline constexpr std::string_view about_the_page = "about the page";

/// Whether a text is a page of HTML, whatever its name.
bool shows_html(std::string_view content);

/// The encoding that the page declares in its <meta> or its XML declaration, or nullptr.
const Encoding* declared_html_encoding(std::string_view content);

/// Which texts of an HTML fragment or page are written.
enum class HtmlPart {
  body,  ///< those of the body that find_html_body() finds
  all,   ///< everything that a browser shows: a chapter of a book, a block inside Markdown
};

/// Writes the bytes `html` of the document's source.
void write_html(Document& document, BlockWriter& writer, Span html, HtmlPart part,
                const ReadOptions& options);

}  // namespace langdu
