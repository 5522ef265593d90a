// Who wrote a document, and its cover, from each format that says it.
#include "read/author.h"

#include <doctest/doctest.h>

#include <string>

#include "read/docx.h"
#include "read/epub.h"
#include "read/front_matter.h"
#include "read/html.h"
#include "read/picture.h"
#include "read/rtf.h"
#include "support/make_docx.h"
#include "support/make_epub.h"
#include "support/temporary_folder.h"

using namespace langdu;
using namespace langdu::testing;

namespace {

std::string of_html(const std::string& head) {
  return read_html("<html><head>" + head + "</head><body><p>正文。</p></body></html>", {}).metadata.author;
}

std::string of_docx(const std::string& creator) {
  const std::string core = "<cp:coreProperties><dc:creator>" + creator + "</dc:creator></cp:coreProperties>";
  return read_docx(make_docx(word_paragraph("一"), {{"docProps/core.xml", core}}), {}).metadata.author;
}

std::string of_rtf(const std::string& info) {
  return read_rtf("{\\rtf1\\ansi\\ansicpg936{\\info" + info + "}\\u19968?\\par}", {}).metadata.author;
}

std::string of_markdown(const std::string& front) {
  Metadata metadata;
  read_front_matter(front, 0, metadata);
  return metadata.author;
}

Document epub(const std::string& metadata, const std::string& manifest = {},
              const std::vector<ZipEntry>& more = {}) {
  EpubParts parts;
  parts.metadata = metadata;
  parts.manifest = manifest;
  return read_epub(make_epub({{"1.xhtml", "<p>正文。</p>"}}, parts, more), {});
}

std::string of_epub(const std::string& metadata) { return epub(metadata).metadata.author; }

std::string jpeg() { return content_of(TEST_DATA "/output/cover.jpg"); }
std::string png() { return content_of(TEST_DATA "/output/cover.png"); }

}  // namespace

TEST_CASE("every source says its author") {
  CHECK(of_html("<meta name=author content=\" 王某 \">") == "王某");
  CHECK(of_html("<META NAME=Author CONTENT=王某>") == "王某");
  CHECK(of_html("<meta property=\"article:author\" content=王某>") == "王某");
  CHECK(of_html("<meta property=\"article:author\" content=\"https://a.b/c\">").empty());
  CHECK(of_html("<meta name=author content=王某><meta name=author content=李某>") == "王某、李某");
  CHECK(of_html("<meta name=author content=王某><meta property=\"article:author\" content=编辑部>") ==
        "王某");
  CHECK(of_html("<meta name=description content=王某>").empty());
  CHECK(of_docx("王某") == "王某");
  CHECK(of_docx(" 王\n某 ") == "王 某");
  CHECK(of_docx("Administrator").empty());
  CHECK(of_docx("微软用户").empty());
  CHECK(of_docx("python-docx").empty());
  CHECK(of_docx("").empty());
  CHECK(of_rtf("{\\author \\'cd\\'f5}") == "王");
  CHECK(of_rtf("{\\title t}{\\author Wang}") == "Wang");
  CHECK(of_rtf("{\\author USER}").empty());
  CHECK(of_markdown("---\nauthor: 王某\n---\n") == "王某");
  CHECK(of_markdown("---\nauthor: \"王某\" \n---\n") == "王某");
  CHECK(of_markdown("---\nauthor: [王某, \"李某\"]\n---\n") == "王某、李某");
  CHECK(of_markdown("---\nauthor: [\n---\n").empty());
  CHECK(of_markdown("+++\nauthors = ['王某']\n+++\n") == "王某");
  CHECK(of_epub("<dc:creator>王某</dc:creator>") == "王某");
  CHECK(of_epub("<dc:creator>王某</dc:creator><dc:creator>李某</dc:creator>") == "王某、李某");
  CHECK(of_epub("<dc:creator>王某</dc:creator><dc:creator>王某</dc:creator>") == "王某");
  CHECK(of_epub("<dc:creator xmlns:opf=\"o\" opf:role=\"trl\">译者</dc:creator>").empty());
  CHECK(of_epub("<dc:creator xmlns:opf=\"o\" opf:role=\"aut\">王某</dc:creator>") == "王某");
  CHECK(of_epub("<dc:creator id=\"c\">译者</dc:creator><meta refines=\"#c\" property=\"role\">trl</meta>")
            .empty());
  CHECK(of_epub("<dc:creator>Unknown</dc:creator>").empty());
}

TEST_CASE("what is no name is not added") {
  for (const char* text : {"", " ", "\n", "Administrator", "ADMIN", "user", "未知", "http://a.b/"}) {
    CAPTURE(text);
    std::string authors = "王某";
    add_author(authors, text);
    CHECK(authors == "王某");
  }
  std::string authors;
  add_author(authors, std::string(1000, 'x'));
  CHECK(authors.empty());
}

TEST_CASE("a book's cover: marked, or named by its id or its href") {
  const std::string jpeg_item = "<item id=\"i\" href=\"c.jpg\" media-type=\"image/jpeg\"/>";
  const std::string marked =
      "<item id=\"i\" href=\"c.jpg\" media-type=\"image/jpeg\" properties=\"cover-image\"/>";
  const std::string named = "<meta name=\"cover\" content=\"i\"/>";
  const std::string named_by_href = "<meta name=\"cover\" content=\"c.jpg\"/>";
  struct Row {
    std::string metadata;
    std::string manifest;
    std::string bytes;
    std::string type;  // empty: no cover
  };
  const Row rows[] = {
      {"", marked, jpeg(), "image/jpeg"},
      {"", marked, png(), "image/png"},  // the bytes decide
      {named, jpeg_item, jpeg(), "image/jpeg"},
      {named_by_href, jpeg_item, jpeg(), "image/jpeg"},
      {"", jpeg_item, jpeg(), ""},
      {"", marked, "<svg/>", ""},
      {"", marked, jpeg().substr(0, 500), ""},
      {"", marked, "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.metadata);
    CAPTURE(row.manifest);
    const Document document = epub(row.metadata, row.manifest, {{"OEBPS/c.jpg", row.bytes}});
    CHECK(document.metadata.cover.media_type == row.type);
    CHECK((document.metadata.cover.bytes == (row.type.empty() ? "" : row.bytes)));
    const bool left_out = std::any_of(document.notes.begin(), document.notes.end(), [](const Note& note) {
      return note.message.starts_with("the cover is left out: OEBPS/c.jpg");
    });
    CHECK(left_out == (row.type.empty() && row.manifest != jpeg_item));
  }
}

TEST_CASE("a cover that is missing, too large or a page is left out") {
  const std::string marked =
      "<item id=\"i\" href=\"c.jpg\" media-type=\"image/jpeg\" properties=\"cover-image\"/>";
  CHECK(epub("", marked).metadata.cover.bytes.empty());
  const std::string large = jpeg() + std::string(most_picture_bytes, '\0');
  CHECK(epub("", marked, {{"OEBPS/c.jpg", large}}).metadata.cover.bytes.empty());
  const Document page = epub("<meta name=\"cover\" content=\"c0\"/>");
  CHECK(page.metadata.cover.bytes.empty());
  CHECK(page.notes.empty());
}
