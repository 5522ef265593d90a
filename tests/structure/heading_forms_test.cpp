#include "structure/heading_forms.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "structure/numerals.h"
#include "support/case_lines.h"

namespace langdu {
namespace {

std::string cases_of(std::string_view form) {
  return TEST_DATA "/structure/headings/" + std::string(form) + ".txt";
}

/// "form number", or "none".
std::string seen(const std::string& line) {
  const auto heading = match_heading(line);
  if (!heading) return "none";
  return std::string(heading_forms()[heading->form].name) + " " + std::to_string(heading->number);
}

}  // namespace

TEST_CASE("every heading form has lines it takes, with their number, and lines it must not take") {
  for (const HeadingForm& form : heading_forms()) {
    CHECK_FALSE(form.reason.empty());
    int taken = 0;
    int refused = 0;
    for (const std::string& row : testing::case_lines(cases_of(form.name))) {
      CAPTURE(row);
      if (row[0] == '+') {
        const auto blank = row.find(' ', 2);
        CHECK(seen(row.substr(blank + 1)) == std::string(form.name) + " " + row.substr(2, blank - 2));
        ++taken;
      } else {
        CHECK(seen(row.substr(2)) == "none");
        ++refused;
      }
    }
    CAPTURE(form.name);
    CHECK(taken >= 2);
    CHECK(refused >= 2);
  }
}

TEST_CASE("no file of heading cases is without its form") {
  for (const auto& entry : std::filesystem::directory_iterator(TEST_DATA "/structure/headings")) {
    bool found = false;
    for (const HeadingForm& form : heading_forms())
      found = found || entry.path().stem().string() == form.name;
    CAPTURE(entry.path().string());
    CHECK(found);
  }
}

TEST_CASE("a heading is short and says something") {
  std::string longest = "一、";
  for (int i = 0; i < 48; ++i) longest += "字";
  CHECK(seen(longest) == "first 1");
  CHECK(seen(longest + "字") == "none");
  CHECK(seen("一、——") == "none");
  CHECK(seen("") == "none");
}

TEST_CASE("ordinals are read in all numerals") {
  CHECK(read_ordinal("十二、", Numerals::chinese).value == 12);
  CHECK(read_ordinal("二十", Numerals::chinese).value == 20);
  CHECK(read_ordinal("一百零八将", Numerals::chinese).value == 108);
  CHECK(read_ordinal("二〇二四年", Numerals::chinese).value == 2024);
  CHECK(read_ordinal("三万五千", Numerals::chinese).value == 35000);
  CHECK(read_ordinal("１２章", Numerals::either).value == 12);
  CHECK(read_ordinal("⑳末", Numerals::circled).value == 20);
  CHECK(read_ordinal("甲", Numerals::either).size == 0);
  CHECK(read_ordinal("", Numerals::chinese).size == 0);
  CHECK(read_ordinal(std::string(1000000, '9'), Numerals::either).size == 0);
}

}  // namespace langdu
