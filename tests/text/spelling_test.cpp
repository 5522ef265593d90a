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

TEST_CASE("a syllable is written with its mark where Pinyin has it") {
  for (const auto& [digits, marked] :
       {std::pair{"zhang1", "zhāng"}, {"hao3", "hǎo"}, {"guo2", "guó"}, {"liu2", "liú"}, {"gui4", "guì"},
        {"lve4", "lüè"}, {"nv3", "nǚ"}, {"lv5", "lü"}, {"xiong2", "xióng"}, {"dou1", "dōu"}, {"wei4", "wèi"},
        {"er2", "ér"}, {"r5", "r"}, {"de5", "de"}, {"m2", "ḿ"}, {"n4", "ǹ"}, {"ng2", "ńg"}, {"a1", "ā"}}) {
    CHECK(spelling_with_mark(*parse_syllable(digits)) == marked);
  }
}

TEST_CASE("every syllable in every tone is read as it is written") {
  for (std::uint16_t base = 0; base < base_count(); ++base) {
    if (base_spelling(base) == "r") continue;  // the suffix, which has no tone of its own
    for (std::uint8_t tone = 1; tone <= 5; ++tone) {
      const auto read = parse_spelling(spelling_with_mark({base, tone, tone}));
      REQUIRE(read);
      CHECK(read->syllable.base == base);
      CHECK(read->syllable.tone == tone);
      CHECK(read->has_tone == (tone != 5));
    }
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
