#include "read/pause_marks.h"

#include <doctest/doctest.h>

#include <string>

#include "read/formats.h"
#include "support/case_lines.h"

using namespace langdu;

namespace {

/// Of a plain text without line ends of its own.
Document read_text(const std::string& text) {
  return read_document(text, "case.txt", {.encoding = find_encoding("UTF-8")});
}

std::string pauses_of(const Document& document) {
  std::string out;
  for (const PauseMark& pause : document.pauses)
    out += (out.empty() ? "" : " ") + std::to_string(pause.milliseconds);
  return out;
}

}  // namespace

TEST_CASE("every line of tests/data/read/pause_marks.txt has the pauses that it says") {
  const auto lines = testing::case_lines(TEST_DATA "/read/pause_marks.txt");
  CHECK(lines.size() > 20);
  for (const std::string& line : lines) {
    CAPTURE(line);
    const auto cells = testing::cells(line);
    REQUIRE(cells.size() == 4);
    const Document document = read_text(cells[0]);
    REQUIRE(document.blocks.size() == 1);
    CHECK(document.blocks[0].text.text() == cells[1]);
    CHECK(pauses_of(document) == cells[2]);
    CHECK(std::to_string(document.notes.size()) == cells[3]);
    CHECK(document.dropped.size() == document.pauses.size());
    for (std::size_t i = 0; i < document.dropped.size(); ++i) {
      CHECK(document.dropped[i].rule == "pause mark");
      CHECK(document.dropped[i].source == document.pauses[i].source);
    }
  }
}

TEST_CASE("a pause on a line of its own parts the lines around it as an empty line does") {
  const Document document = read_text("第一行\n[pause:2]\n第二行\n");
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.blocks[0].text.text() == "第一行");
  CHECK(document.blocks[1].text.text() == "第二行");
  CHECK(document.blocks[1].after_blank_line);
  CHECK(pauses_of(document) == "2000");
}

TEST_CASE("the pause marks of markup count too") {
  struct Line {
    const char* name;
    const char* text;
  };
  for (const Line& line :
       {Line{"a.html", "<p>他说[pause:2]<b>走</b></p>"}, Line{"a.md", "他说[pause:2]**走**"},
        Line{"a.rtf", "{\\rtf1 \\u20182?[pause:2]\\u35828?}"}}) {
    CAPTURE(line.name);
    CHECK(pauses_of(read_document(line.text, line.name)) == "2000");
  }
}

TEST_CASE("a file of nothing but brackets takes linear time and few notes") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "[pause:[";
  const Document document = read_text(text);
  CHECK(document.pauses.empty());
  CHECK(document.notes.size() == 21);
}
