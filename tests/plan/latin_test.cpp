#include "plan/latin.h"

#include <doctest/doctest.h>

#include <string>

using namespace langdu;

namespace {

std::string joined(std::string_view run) {
  std::string out;
  for (const LatinPart part : latin_parts(run)) {
    if (!out.empty()) out += '|';
    out += run.substr(part.begin, part.end - part.begin);
  }
  return out;
}

}  // namespace

TEST_CASE("acronyms are spelled, words and names are not") {
  CHECK(joined("GDP") == "G|D|P");
  CHECK(joined("AI") == "A|I");
  CHECK(joined("X") == "X");
  CHECK(joined("NATO") == "NATO");
  CHECK(joined("WiFi") == "WiFi");
  CHECK(joined("iPhone") == "iPhone");
  CHECK(joined("don't") == "don't");
  CHECK(joined("BEIJING") == "BEIJING");
  CHECK(joined("") == "");
}

TEST_CASE("a run without an end is cut into words that the engine can take, at characters") {
  for (const std::string letter : {"a", "é"}) {
    std::string run;
    for (int i = 0; i < 1000; ++i) run += letter;
    std::uint32_t at = 0;
    for (const LatinPart part : latin_parts(run)) {
      CHECK(part.begin == at);
      CHECK(part.end - part.begin <= longest_latin_word);
      CHECK((part.end - part.begin) % letter.size() == 0);
      at = part.end;
    }
    CHECK(at == run.size());
  }
}
