#include "normalise/replacements.h"

#include <doctest/doctest.h>

#include <set>

#include "normalise/normalise.h"
#include "support/case_lines.h"

using namespace langdu;

namespace {

/// The lines of a table, which one line of a test divides by |.
std::string table_of(std::string lines) {
  for (char& c : lines) c = c == '|' ? '\n' : c;
  return lines;
}

}  // namespace

TEST_CASE("every line of tests/data/corrections/replacements.txt is spoken as it says") {
  const auto lines = testing::case_lines(TEST_DATA "/corrections/replacements.txt");
  CHECK(lines.size() > 15);
  for (const std::string& line : lines) {
    CAPTURE(line);
    const auto cells = testing::cells(line);
    REQUIRE(cells.size() == 3);
    Replacements replacements;
    REQUIRE(replacements.add(table_of(cells[0])).empty());
    NormaliseOptions options;
    options.replacements = &replacements;
    std::vector<Dropped> dropped;
    CHECK(normalise(MappedText::verbatim(cells[1], 0), dropped, {}, options).text() == cells[2]);
  }
}

TEST_CASE("every row of the table of wrong lines has its lines, which quote what is wrong") {
  std::set<std::string> seen;
  for (const std::string& line : testing::case_lines(TEST_DATA "/corrections/wrong_replacements.txt")) {
    CAPTURE(line);
    const auto cells = testing::cells(line);
    REQUIRE(cells.size() == 3);
    Replacements replacements;
    const auto wrong = replacements.add("# a comment\n\n" + cells[1] + "\n好\t不坏\n");
    REQUIRE(wrong.size() == 1);
    CHECK(wrong[0].fault->name == cells[0]);
    CHECK(wrong[0].message.find(cells[2]) != std::string::npos);
    CHECK(wrong[0].line == 3);
    CHECK(!replacements.empty());  // the other line is there
    seen.insert(cells[0]);
  }
  for (const LineFault& fault : replacement_faults()) {
    CAPTURE(fault.name);
    CHECK(seen.contains(std::string(fault.name)));
    CHECK(fault.sentence.find("; ") != std::string_view::npos);  // the way out
  }
}

TEST_CASE("what is spoken for a replaced place knows the bytes that it stands for") {
  Replacements replacements;
  REQUIRE(replacements.add("张总\t张总经理\n（.*?）\t\tregex\n").empty());
  std::vector<Dropped> dropped;
  const std::string written = "请张总（暂）发言";
  const MappedText spoken = replacements.apply(MappedText::verbatim(written, 10), dropped);
  CHECK(spoken.text() == "请张总经理发言");
  CHECK(spoken.source({3, 15}) == Span{13, 19});
  CHECK(spoken.source({15, 21}) == Span{28, 34});
  REQUIRE(dropped.size() == 1);
  CHECK(dropped[0].rule == "replacement");
  CHECK(dropped[0].source == Span{19, 28});
}

TEST_CASE("without a match, and without a text, nothing changes") {
  Replacements replacements;
  CHECK(replacements.empty());
  REQUIRE(replacements.add("\xEF\xBB\xBF甲\t乙\r\n").empty());
  std::vector<Dropped> dropped;
  CHECK(replacements.apply(MappedText::verbatim("丙丁", 0), dropped).text() == "丙丁");
  CHECK(replacements.apply({}, dropped).text().empty());
  CHECK(dropped.empty());
}
