#pragma once
#include <string>
#include <utility>
#include <vector>

#include "support/make_zip.h"

namespace langdu::testing {

/// A page of a book. `file` is relative to OEBPS/, `href` (if it differs) is how the manifest writes it.
struct EpubPage {
  std::string file;
  std::string body;
  std::string linear = {};  ///< "no"
  std::string href = {};
  bool in_spine = true;
};

inline std::string xhtml(const std::string& body) {
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\""
         " xmlns:epub=\"http://www.idpf.org/2007/ops\"><head><title>书名</title></head><body>" +
         body + "</body></html>";
}

/// The navigation document with this list: "<li>...</li>", and what follows the list.
inline std::string nav_document(const std::string& items, const std::string& more = {}) {
  return xhtml("<nav epub:type=\"toc\"><h1>目录</h1><ol>" + items + "</ol></nav>" + more);
}

inline std::string nav_item(const std::string& label, const std::string& href,
                            const std::string& below = {}) {
  return "<li><a href=\"" + href + "\">" + label + "</a>" + (below.empty() ? "" : "<ol>" + below + "</ol>") +
         "</li>";
}

inline std::string ncx_document(const std::string& points) {
  return "<?xml version=\"1.0\"?><ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\"><navMap>" + points +
         "</navMap></ncx>";
}

inline std::string ncx_point(const std::string& label, const std::string& href,
                             const std::string& below = {}) {
  return "<navPoint id=\"x\"><navLabel><text>" + label + "</text></navLabel><content src=\"" + href + "\"/>" +
         below + "</navPoint>";
}

/// What stands around the pages; each is the content of an element, or of a member.
struct EpubParts {
  std::string metadata = {};
  std::string nav = {};  ///< the member OEBPS/nav.xhtml
  std::string ncx = {};  ///< the member OEBPS/toc.ncx
  std::string guide = {};
  std::string doctype = {};   ///< of the package document
  std::string manifest = {};  ///< more items
  std::string spine = {};     ///< more references
};

inline std::string opf_of(const std::vector<EpubPage>& pages, const EpubParts& parts) {
  std::string manifest = parts.manifest;
  std::string spine = parts.spine;
  int number = 0;
  for (const EpubPage& page : pages) {
    const std::string id = "c" + std::to_string(number++);
    manifest += "<item id=\"" + id + "\" href=\"" + (page.href.empty() ? page.file : page.href) +
                "\" media-type=\"application/xhtml+xml\"/>";
    const std::string linear = page.linear.empty() ? "" : " linear=\"" + page.linear + "\"";
    if (page.in_spine) spine += "<itemref idref=\"" + id + "\"" + linear + "/>";
  }
  if (!parts.nav.empty())
    manifest +=
        "<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>";
  if (!parts.ncx.empty())
    manifest += "<item id=\"ncx\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>";
  return "<?xml version=\"1.0\"?>" + parts.doctype +
         "<package xmlns=\"http://www.idpf.org/2007/opf\"><metadata "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">" +
         parts.metadata + "</metadata><manifest>" + manifest + "</manifest><spine" +
         (parts.ncx.empty() ? "" : " toc=\"ncx\"") + ">" + spine + "</spine><guide>" + parts.guide +
         "</guide></package>";
}

/// The members of a book, with a page for each whose body is not empty; `more` are others with their content.
inline std::vector<ZipEntry> epub_members(const std::vector<EpubPage>& pages, const EpubParts& parts = {},
                                          const std::vector<ZipEntry>& more = {}) {
  std::vector<ZipEntry> members = {{"mimetype", "application/epub+zip", "", 0, true},
                                   {"META-INF/container.xml",
                                    "<container><rootfiles><rootfile full-path=\"OEBPS/content.opf\" "
                                    "media-type=\"application/oebps-package+xml\"/></rootfiles></container>"},
                                   {"OEBPS/content.opf", opf_of(pages, parts)}};
  if (!parts.nav.empty()) members.push_back({"OEBPS/nav.xhtml", parts.nav});
  if (!parts.ncx.empty()) members.push_back({"OEBPS/toc.ncx", parts.ncx});
  for (const EpubPage& page : pages) {
    if (!page.body.empty()) members.push_back({"OEBPS/" + page.file, xhtml(page.body)});
  }
  members.insert(members.end(), more.begin(), more.end());
  return members;
}

inline std::string make_epub(const std::vector<EpubPage>& pages, const EpubParts& parts = {},
                             const std::vector<ZipEntry>& more = {}) {
  return make_zip(epub_members(pages, parts, more));
}

}  // namespace langdu::testing
