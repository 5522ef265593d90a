#include "text/spelling.h"

#include <doctest/doctest.h>

#include "support/case_lines.h"

using namespace langdu;

namespace {

std::string written_out(std::string_view written) {
  const auto spelling = parse_spelling(written);
  if (!spelling) return {};
  return to_string(spelling->syllable) + (spelling->has_tone ? "" : "*");
}

}  // namespace

TEST_CASE("every line of tests/data/text/spellings.txt is read as it says") {
  const auto lines = testing::case_lines(TEST_DATA "/text/spellings.txt");
  CHECK(lines.size() > 50);
  for (const std::string& line : lines) {
    CAPTURE(line);
    const auto cells = testing::cells(line);
    REQUIRE(cells.size() == 2);
    CHECK(written_out(cells[0]) == cells[1]);
  }
}

TEST_CASE("every base syllable is read with a digit and without, in capitals, and with v as u:") {
  for (std::uint16_t base = 0; base < base_count(); ++base) {
    std::string spelling(base_spelling(base));
    const std::string lower = spelling;
    CHECK(written_out(spelling + "3") == lower + "3");
    CHECK(written_out(spelling) == lower + "5*");
    if (const auto v = spelling.find('v'); v != std::string::npos) spelling.replace(v, 1, "u:");
    for (char& letter : spelling) letter = letter == ':' ? ':' : static_cast<char>(letter - ('a' - 'A'));
    CHECK(written_out(spelling + "3") == lower + "3");
  }
}

TEST_CASE("any bytes are a spelling or none") {
  std::uint32_t state = 1;
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes;
    for (std::uint32_t i = 0; i < 1 + state % 7; ++i) {
      state = state * 1664525 + 1013904223;
      bytes += static_cast<char>(state >> 24);
    }
    CHECK_NOTHROW(parse_spelling(bytes));
  }
}
