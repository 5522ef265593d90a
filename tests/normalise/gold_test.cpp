#include <doctest/doctest.h>

#include "clean/clean.h"
#include "normalise/normalise.h"
#include "support/case_lines.h"
#include "text/utf8.h"

using namespace langdu;

namespace {

/// The hanzi and Latin letters alone.
std::string letters_of(const std::string& text) {
  std::string letters;
  for (std::size_t at = 0; at < text.size();) {
    const Rune rune = rune_at(text, at);
    if (is_hanzi(rune.code) || is_latin(rune.code)) letters += text.substr(at, rune.size);
    at += rune.size;
  }
  return letters;
}

}  // namespace

TEST_CASE("every line of tests/data/gold/normalise.tsv is spoken as it says") {
  const auto lines = testing::case_lines(TEST_DATA "/gold/normalise.tsv");
  CHECK(lines.size() >= 600);
  for (const std::string& line : lines) {
    CAPTURE(line);
    const std::size_t tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    std::vector<Dropped> dropped;
    const auto spoken = normalise(repair(MappedText::verbatim(line.substr(0, tab), 0)), dropped).text();
    CHECK(letters_of(spoken) == letters_of(line.substr(tab + 1)));
  }
}
