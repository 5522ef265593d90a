#include "structure/glued_headings.h"

#include <doctest/doctest.h>

#include <string>

#include "clean/clean.h"
#include "read/formats.h"
#include "structure/structure.h"
#include "support/case_lines.h"
#include "text/fields.h"

namespace langdu {
namespace {

std::string outline(const std::string& paragraphs) {
  std::string text;
  for (const std::string_view paragraph : split(paragraphs, '|')) text += std::string(paragraph) + "\n\n";
  Document document = read_document(text, "case.txt", {.encoding = find_encoding("UTF-8")});
  clean(document, {});
  find_sections(document);
  std::string result;
  for (const Block& block : document.blocks) {
    if (!result.empty()) result += '|';
    if (block.kind == BlockKind::heading) result += "h:";
    result += block.text.text();
  }
  return result;
}

}  // namespace

TEST_CASE("every line of tests/data/structure/glued.txt is cut where it says") {
  for (const std::string& line : testing::case_lines(TEST_DATA "/structure/glued.txt")) {
    CAPTURE(line);
    const auto cells = testing::cells(line);
    REQUIRE(cells.size() == 2);
    CHECK(outline(cells[0]) == cells[1]);
  }
}

}  // namespace langdu
