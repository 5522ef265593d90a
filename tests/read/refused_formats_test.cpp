#include "read/refused_formats.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "support/case_lines.h"
#include "support/make_zip.h"

using namespace langdu;

namespace {

/// What a text file cannot show: a row, and the members of the archive that it is for.
struct ZipCase {
  std::string row;
  std::vector<testing::ZipEntry> members;
};

const std::vector<ZipCase> zip_cases = {
    {"xlsx", {{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<workbook/>"}}},
    {"pptx", {{"[Content_Types].xml", "<Types/>"}, {"ppt/presentation.xml", "<p/>"}}},
    {"odt", {{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<office/>"}}},
    {"odt", {{"mimetype", "application/vnd.oasis.opendocument.text-template"}}},
    {"ods", {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}},
    {"odp", {{"mimetype", "application/vnd.oasis.opendocument.presentation"}}},
    {"ofd", {{"OFD.xml", "<ofd:OFD/>"}, {"Doc_0/Document.xml", "<ofd:Document/>"}}},
    {"zip", {{"a.txt", "同志们："}}},
    {"zip", {{"mimetype", "application/x-krita"}}},
    {"zip", {{"a.txt", "同志们：", "geheim"}}},
    {"text", {{"word/document.xml", "<w/>"}}},
    {"text", {{"mimetype", "application/epub+zip"}}},
};

std::string row_of(const std::string& bytes) {
  const RefusedFormat* found = find_refused_format(bytes);
  return found == nullptr ? "text" : std::string(found->name);
}

}  // namespace

TEST_CASE(
    "every line of tests/data/read/refused_formats.txt is what it says, and every row has its line or its "
    "archive") {
  std::set<std::string> seen;
  for (const std::string& line : testing::case_lines(TEST_DATA "/read/refused_formats.txt")) {
    CAPTURE(line);
    const auto cells = testing::cells(line);
    REQUIRE(cells.size() == 2);
    CHECK(row_of(cells[1]) == cells[0]);
    seen.insert(cells[0]);
  }
  for (const ZipCase& each : zip_cases) {
    CAPTURE(each.row);
    const std::string bytes = testing::make_zip(each.members);
    CHECK(row_of(bytes) == each.row);
    CHECK(row_of(bytes.substr(0, bytes.size() - 30)) == "zip_damaged");
    seen.insert(each.row);
  }
  for (const RefusedFormat& row : refused_formats()) {
    CAPTURE(row.name);
    CHECK(seen.contains(std::string(row.name)));
  }
}
