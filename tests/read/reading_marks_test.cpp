#include "read/reading_marks.h"

#include <doctest/doctest.h>

#include <string>

#include "read/plain_text.h"
#include "support/case_lines.h"
#include "text/utf8.h"

using namespace langdu;

namespace {

std::string written_out(const std::vector<ReadingMark>& marks) {
  std::string out;
  for (const ReadingMark& mark : marks) {
    if (!out.empty()) out += ' ';
    append_utf8(out, mark.code);
    out += to_string(mark.reading);
  }
  return out;
}

std::string shown(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) out += block.text.text() + "|";
  return out;
}

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

}  // namespace

TEST_CASE("every line of tests/data/read/reading_marks.txt has the marks that it says") {
  const auto lines = testing::case_lines(TEST_DATA "/read/reading_marks.txt");
  CHECK(lines.size() > 30);
  for (const std::string& line : lines) {
    CAPTURE(line);
    const auto cells = testing::cells(line);
    REQUIRE(cells.size() == 3);
    std::vector<ReadingMark> marks;
    std::vector<Dropped> dropped;
    const MappedText text = take_reading_marks(MappedText::verbatim(cells[0], 100), marks, dropped);
    CHECK(text.text() == cells[1]);
    CHECK(written_out(marks) == cells[2]);
    CHECK(dropped.size() == marks.size());
    std::size_t bytes = text.size();
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const Span hanzi = marks[i].hanzi;
      CHECK(rune_at(cells[0], hanzi.begin - 100).code == marks[i].code);
      CHECK(dropped[i].source.begin == hanzi.end);
      CHECK(dropped[i].rule == "reading mark");
      bytes += dropped[i].source.size();
    }
    CHECK(bytes == cells[0].size());
  }
}

TEST_CASE("a document keeps its marks in source order, also at the ends of its lines") {
  const Document document = read_plain_text("\xef\xbb\xbf长<chang2>\r\n行<hang2>\n\n重<chong2>");
  CHECK(shown(document) == "长|行|重|");
  REQUIRE(document.marks.size() == 3);
  CHECK(document.marks[0].hanzi == Span{3, 6});
  CHECK(document.marks[2].hanzi == Span{28, 31});
  CHECK(document.dropped.size() == 4);  // with the byte order mark
  CHECK(document.notes.empty());
}

TEST_CASE("an invisible character between a hanzi and its mark does not part them") {
  const Document document = read_plain_text("长\xe2\x80\x8d<chang2>江");
  CHECK(shown(document) == "长江|");
  CHECK(document.marks.size() == 1);
}

TEST_CASE("a file that is no text has no marks") {
  const Document document = read_plain_text("长<chang2>\n" + std::string(1000, '\xFF'));
  CHECK(document.blocks.empty());
  CHECK(document.marks.empty());
}

TEST_CASE("marks of a part of the source are found by their hanzi") {
  const Document document = read_plain_text("长<chang2>行<hang2>重<chong2>");
  CHECK(marks_within(document.marks, {0, 3}).size() == 1);
  CHECK(marks_within(document.marks, {3, 14}).size() == 1);
  CHECK(marks_within(document.marks, {4, 11}).empty());
  CHECK(marks_within(document.marks, {0, 100}).size() == 3);
  CHECK(marks_within({}, {0, 100}).empty());
}

// A quadratic step would need hours for one of these.
TEST_CASE("a megabyte of brackets or marks takes linear time") {
  for (const char* part : {"<", "长<", "长<chang2", "长<chang2>", ">", "长<<chang2>>", "<chang2>"}) {
    CAPTURE(part);
    const std::string text = repeated(part, 1'000'000);
    const Document document = read_plain_text(text);
    REQUIRE(document.blocks.size() == 1);
    CHECK(document.marks.size() == (std::string_view(part) == "长<chang2>" ? text.size() / 11 : 0));
  }
}
