#include <doctest/doctest.h>

#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "read/docx_number_formats.h"
#include "support/case_lines.h"
#include "support/docx_reading.h"

namespace langdu {

using testing::blocks_of;
using testing::make_docx;
using testing::misplaced;
using testing::word_paragraph;
using testing::word_xml;

namespace {

std::string value(const std::string& element, const std::string& text) {
  return text.empty() ? "" : "<w:" + element + " w:val=\"" + text + "\"/>";
}
std::string level(int index, const std::string& format, const std::string& text,
                  const std::string& rest = {}) {
  return "<w:lvl w:ilvl=\"" + std::to_string(index) + "\"><w:start w:val=\"1\"/>" + value("numFmt", format) +
         value("lvlText", text) + rest + "</w:lvl>";
}
std::string abstract(int id, const std::string& levels) {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + levels + "</w:abstractNum>";
}
std::string list(int id, int of, const std::string& rest = {}) {
  return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" + std::to_string(of) +
         "\"/>" + rest + "</w:num>";
}
/// An item of a list with a text that is the same for all.
std::string item(int list, int level = 0) {
  return word_paragraph("文", "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
                                  std::to_string(list) + "\"/></w:numPr>");
}

std::string read_list(const std::string& numbering, const std::string& body, const std::string& styles = {}) {
  std::vector<testing::ZipEntry> more = {{"word/numbering.xml", word_xml("numbering", numbering)}};
  if (!styles.empty()) more.push_back({"word/styles.xml", word_xml("styles", styles)});
  const Document document = read_docx(make_docx(body, more), {});
  return misplaced(document).empty() ? blocks_of(document) : "misplaced " + misplaced(document);
}

}  // namespace

TEST_CASE("every line of tests/data/read/docx_numbering.txt is what it says, and every row has its line") {
  std::set<std::string> seen;
  for (const std::string& line : testing::case_lines(TEST_DATA "/read/docx_numbering.txt")) {
    CAPTURE(line);
    const auto cells = testing::cells(line);
    REQUIRE(cells.size() == 3);
    CHECK(written_number(cells[0], static_cast<std::uint32_t>(std::stoul(cells[1]))) == cells[2]);
    seen.insert(cells[0]);
  }
  for (const NumberFormat& row : number_formats()) {
    CAPTURE(row.name);
    CHECK(seen.count(std::string(row.name)) == 1);
  }
}

TEST_CASE("numbers of every format are finite for every number") {
  for (const NumberFormat& row : number_formats()) {
    for (const std::uint32_t number : {0U, 1U, 10U, 999'999U, 100'000'000U, 0xFFFFFFFFU})
      CHECK(row.write(number).size() < 200);
  }
}

TEST_CASE("levels count, show those above, and begin again below another") {
  const std::string numbering =
      abstract(0, level(0, "chineseCountingThousand", "%1、") + level(1, "decimal", "%1.%2") +
                      level(2, "decimalEnclosedCircleChinese", "%3", value("suff", "nothing"))) +
      list(1, 0);
  CHECK(read_list(numbering, item(1) + item(1, 1) + item(1, 1) + item(1, 2) + item(1) + item(1, 1) +
                                 item(1, 2)) == "一、文|一.1 文|一.2 文|①文|二、文|二.1 文|①文|");
  CHECK(read_list(numbering, item(1, 1)) == "一.1 文|");
}

TEST_CASE("a full-width end of the number needs no blank, any other has one unless the list says no") {
  for (const auto& [text, suffix, shown] : {std::tuple{"（%1）", "tab", "（1）文|"},
                                            {"%1.", "", "1. 文|"},
                                            {"%1.", "space", "1. 文|"},
                                            {"%1.", "nothing", "1.文|"},
                                            {"第%1条", "space", "第1条 文|"},
                                            {"%1．", "tab", "1．文|"},
                                            {"附件：", "tab", "附件：文|"},
                                            {"", "tab", "文|"}}) {
    CHECK(read_list(abstract(0, level(0, "decimal", text, value("suff", suffix))) + list(1, 0), item(1)) ==
          shown);
  }
}

TEST_CASE("bullets and lists without number show nothing, but text around it") {
  CHECK(read_list(abstract(0, level(0, "bullet", "\xEF\x82\xB7")) + list(1, 0), item(1)) == "文|");
  CHECK(read_list(abstract(0, level(0, "none", "注：")) + list(1, 0), item(1)) == "注：文|");
  CHECK(read_list(abstract(0, level(0, "decimal", "%1、", "<w:rPr><w:vanish/></w:rPr>")) + list(1, 0),
                  item(1)) == "文|");
}

TEST_CASE("lists of one abstract list go on counting, and an override begins again") {
  const std::string start = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
  const std::string other =
      "<w:lvlOverride w:ilvl=\"0\">" + level(0, "upperLetter", "%1)") + "</w:lvlOverride>";
  const std::string numbering = abstract(0, level(0, "decimal", "%1、")) + list(1, 0) + list(2, 0) +
                                list(3, 0, start) + list(4, 0, other);
  CHECK(read_list(numbering, item(1) + item(2) + item(3) + item(3) + item(1) + item(4)) ==
        "1、文|2、文|5、文|6、文|7、文|H) 文|");
}

TEST_CASE("a level begins again only below the level it names") {
  const std::string numbering =
      abstract(0, level(0, "decimal", "%1、") + level(1, "decimal", "%2、", value("lvlRestart", "0")) +
                      level(2, "decimal", "%3、", value("lvlRestart", "1"))) +
      list(1, 0);
  CHECK(read_list(numbering, item(1) + item(1, 1) + item(1, 2) + item(1, 1) + item(1, 2) + item(1) +
                                 item(1, 1) + item(1, 2)) ==
        "1、文|1、文|1、文|2、文|2、文|2、文|3、文|1、文|");
}

TEST_CASE("legal numbering is in digits") {
  const std::string numbering =
      abstract(0, level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>")) +
      list(1, 0);
  CHECK(read_list(numbering, item(1) + item(1, 1)) == "第一章 文|1.1 文|");
}

TEST_CASE("a style brings its list and level, and the paragraph can take the number away") {
  const std::string styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId "
      "w:val=\"1\"/>"
      "</w:numPr></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"b\"><w:name w:val=\"heading "
      "2\"/><w:pPr>"
      "<w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
  const std::string numbering = abstract(0, level(0, "chineseCounting", "%1、", value("pStyle", "a")) +
                                                level(1, "decimal", "（%2）", value("pStyle", "b"))) +
                                list(1, 0);
  const auto styled = [](const std::string& id, const std::string& more = {}) {
    return word_paragraph("文", value("pStyle", id) + more);
  };
  CHECK(read_list(numbering, styled("a") + styled("b") + styled("b") + styled("a"), styles) ==
        "1#一、文|2#（1）文|2#（2）文|1#二、文|");
  CHECK(read_list(numbering, styled("a", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>") + styled("a"),
                  styles) == "1#文|1#一、文|");
}

TEST_CASE("a list that is not there, or says nonsense, has no number") {
  CHECK(read_list(abstract(0, level(0, "decimal", "%1、")) + list(1, 7), item(1) + item(3) + item(1, 8)) ==
        "文|文|文|");
  CHECK(read_list(abstract(0, level(0, "decimal", "%9%%1%")) + list(1, 0), item(1)) == "1%1% 文|");
  CHECK(read_list(list(1, 0), item(1)) == "文|");
}

TEST_CASE("an empty item counts, and its number is not read") {
  const std::string empty =
      "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>";
  CHECK(read_list(abstract(0, level(0, "decimal", "%1、")) + list(1, 0), item(1) + empty + item(1)) ==
        "1、文|3、文|");
}

}  // namespace langdu
