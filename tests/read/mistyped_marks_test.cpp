#include "read/mistyped_marks.h"

#include <doctest/doctest.h>

#include <string>

#include "read/plain_text.h"
#include "support/case_lines.h"
#include "text/lines.h"

using namespace langdu;

TEST_CASE("every line of tests/data/read/mistyped_marks.txt has the note that it says, and stays as it is") {
  const auto lines = testing::case_lines(TEST_DATA "/read/mistyped_marks.txt");
  CHECK(lines.size() > 20);
  for (const std::string& line : lines) {
    CAPTURE(line);
    const auto cells = testing::cells(line);
    REQUIRE(cells.size() == 2);
    const Document document = read_plain_text(cells[0]);
    REQUIRE(document.notes.size() == (cells[1].empty() ? 0 : 1));
    if (cells[1].empty()) continue;
    const Note& note = document.notes[0];
    CHECK(note.message.starts_with(cells[1]));
    CHECK(note.severity == Severity::warning);
    const std::string quoted = cells[1].substr(1, cells[1].rfind('\'') - 1);
    CHECK(cells[0].substr(note.where.begin, note.where.size()) == quoted);
    CHECK(document.blocks.at(0).text.text().find(quoted) != std::string::npos);
  }
}

TEST_CASE("twenty mistyped marks are named with their places, the others counted") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "长<zhang9>江\n";
  const Document document = read_plain_text(text);
  REQUIRE(document.notes.size() == 21);
  CHECK(Lines(text).place(document.notes[19].where.begin).line == 20);
  CHECK(Lines(text).place(document.notes[19].where.begin).column == 2);
  CHECK(document.notes.back().message == "80 more reading marks are mistyped");
}
