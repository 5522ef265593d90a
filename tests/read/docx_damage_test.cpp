#include <doctest/doctest.h>

#include <string>

#include "read/docx.h"
#include "support/docx_reading.h"
#include "support/growth.h"

namespace langdu {

using testing::blocks_of;
using testing::body_read;
using testing::dropped_of;
using testing::make_docx;
using testing::make_zip;
using testing::misplaced;
using testing::notes_of;
using testing::word_paragraph;
using testing::word_xml;

namespace {

bool says(const Document& document, const std::string& words) {
  return notes_of(document).find(words) != std::string::npos;
}

std::string repeated(const std::string& text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace

TEST_CASE("a file that is cut off anywhere gives a note and no text") {
  const std::string bytes =
      make_docx(word_paragraph("一二三"), {{"word/styles.xml", word_xml("styles", "")}});
  for (std::size_t size = 1; size < bytes.size(); size += 7) {
    const Document document = read_docx(bytes.substr(0, size), {});
    CHECK(document.blocks.empty());
    CHECK(says(document, "cut off"));
  }
}

TEST_CASE("a byte that is wrong anywhere does no harm") {
  const std::string bytes = make_docx(word_paragraph("一二三") + word_paragraph("四"),
                                      {{"word/styles.xml", word_xml("styles", "")}});
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    const Document document = read_docx(damaged, {});
    CHECK(misplaced(document) == "");
  }
}

TEST_CASE("XML that is cut off anywhere is read as far as it goes") {
  const std::string xml =
      word_xml("document", "<w:body>" + word_paragraph("一&amp;二") + word_paragraph("三") + "</w:body>");
  for (std::size_t size = 1; size < xml.size(); ++size) {
    const Document document = read_docx(make_zip({{"word/document.xml", xml.substr(0, size)}}), {});
    CHECK(misplaced(document) == "");
    CHECK_FALSE(document.notes.empty());
  }
  const Document document = read_docx(make_zip({{"word/document.xml", xml.substr(0, xml.find("三"))}}), {});
  CHECK(blocks_of(document) == "一&二|");
  CHECK(says(document, "word/document.xml is not whole XML"));
}

TEST_CASE("a document without its main part says so, and what to do") {
  for (const std::string& bytes :
       {make_zip({{"word/styles.xml", "<a/>"}}), make_zip({{"word/document.xml", ""}})}) {
    const Document document = read_docx(bytes, {});
    CHECK(document.blocks.empty());
    CHECK(says(document, "no text that can be read; open it"));
  }
}

TEST_CASE("an encrypted or damaged part is named, and the others are read") {
  const Document locked =
      read_docx(make_docx(word_paragraph("一"), {{"word/styles.xml", "<a/>", "geheim"}}), {});
  CHECK(blocks_of(locked) == "一|");
  CHECK(says(locked, "word/styles.xml is encrypted"));
  std::string bytes =
      make_zip({{"word/document.xml", word_xml("document", word_paragraph("一二三")), "", 0, true}});
  bytes.replace(bytes.find("二"), 3, "两");
  const Document damaged = read_docx(bytes, {});
  CHECK(blocks_of(damaged) == "一两三|");
  CHECK(says(damaged, "word/document.xml is damaged; what could be unpacked"));
}

TEST_CASE("a bomb of 300 MiB is refused by the budget") {
  const Document document =
      read_docx(make_zip({{"word/document.xml", "", "", std::uint64_t{300} << 20}}), {});
  CHECK(document.blocks.empty());
  CHECK(document.source.empty());
  CHECK(says(document, "word/document.xml unpacks to more than"));
}

TEST_CASE("entities that a DOCTYPE declares are not expanded") {
  std::string doctype = "<!DOCTYPE w [<!ENTITY a0 \"lol\">";
  for (int i = 1; i < 10; ++i) {
    const std::string inner = "&a" + std::to_string(i - 1) + ";";
    doctype += "<!ENTITY a" + std::to_string(i) + " \"" + repeated(inner, 10) + "\">";
  }
  doctype += "<!ENTITY file SYSTEM \"file:///etc/passwd\">]>";
  const Document document =
      read_docx(make_zip({{"word/document.xml", doctype + "<w><p><r><t>一&a9;&file;</t></r></p></w>"}}), {});
  CHECK(blocks_of(document) == "一&a9;&file;|");
}

TEST_CASE("what is nested too deep is dropped with a note, and its text is named") {
  const std::string body = word_paragraph("前") + repeated("<w:x>", 10'000) + word_paragraph("深") +
                           repeated("</w:x>", 10'000) + word_paragraph("后");
  const Document document = read_docx(make_docx(body), {});
  CHECK(blocks_of(document) == "前|后|");
  CHECK(dropped_of(document) == "nested too deep:深|");
  CHECK(says(document, "nested more than 200 elements deep"));
  for (const std::string element : {"w:tbl><w:tr><w:tc", "w:p><w:r><w:txbxContent", "w:sdt", "w:p", "w:r"}) {
    const std::string open = "<" + element + ">";
    std::string deep = repeated(open, 10'000) + "<w:p><w:r><w:t>深</w:t></w:r></w:p>";
    const Document nested = read_docx(make_docx(deep), {});
    CHECK((blocks_of(nested) + dropped_of(nested)).find("深") != std::string::npos);
  }
}

TEST_CASE("ten times the text takes ten times the time") {
  std::string small;
  for (std::size_t i = 0; i < long_size(3'000); ++i)
    small += word_paragraph("一&amp;二", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>") +
             "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>\n \n 三\n </w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
  const std::string once = make_docx(small);
  const std::string tenfold = make_docx(repeated(small, 10));
  const double seconds = cpu_seconds([&] { CHECK_FALSE(read_docx(once, {}).blocks.empty()); });
  CHECK(grows_linearly(seconds, cpu_seconds([&] { CHECK_FALSE(read_docx(tenfold, {}).blocks.empty()); })));
  CHECK(body_read("<w:p><w:r><w:t>" + repeated("\n ", 200'000) + "一</w:t></w:r></w:p>") == "一|");
}

TEST_CASE("ten times the footnotes take ten times the time") {
  const auto with_notes = [](std::size_t count) {
    std::string body;
    std::string notes;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string id = " w:id=\"" + std::to_string(i) + "\"";
      body += "<w:p><w:r><w:t>一</w:t><w:footnoteReference" + id + "/></w:r></w:p>";
      notes += "<w:footnote" + id + ">" + word_paragraph("注") + "</w:footnote>";
    }
    return make_docx(body, {{"word/footnotes.xml", word_xml("footnotes", notes)}});
  };
  const std::string once = with_notes(long_size(1'000));
  const std::string tenfold = with_notes(long_size(1'000) * 10);
  const ReadOptions options{.notes = true};
  const double seconds = cpu_seconds([&] { CHECK_FALSE(read_docx(once, options).blocks.empty()); });
  CHECK(grows_linearly(seconds,
                       cpu_seconds([&] { CHECK(read_docx(tenfold, options).blocks.size() > 2'000); })));
}

TEST_CASE("an empty document has no block and no note") {
  for (const std::string body : {"", "<w:p/>", "<w:p><w:r><w:t/></w:r></w:p>", "<w:tbl/>", "<w:sectPr/>"}) {
    const Document document = read_docx(make_docx(body), {});
    CHECK(document.blocks.empty());
    CHECK(notes_of(document) == "");
  }
}

TEST_CASE("numbers of characters that are none, and those that XML has not, are no text") {
  const Document document =
      read_docx(make_docx(word_paragraph("一&#0;&#xD800;&#x110000;&#99999999999;二&#8;三")), {});
  CHECK(misplaced(document) == "");
  CHECK(blocks_of(document).find("三") != std::string::npos);
}

}  // namespace langdu
