#include <doctest/doctest.h>

#include <algorithm>

#include "pinyin/pronounce.h"
#include "pinyin/test_lexicon.h"
#include "support/case_lines.h"
#include "text/fields.h"

using namespace langdu;

namespace {

bool is_right(std::string_view ours, std::string_view label) {
  const auto variants = split(label, '/');
  return std::find(variants.begin(), variants.end(), ours) != variants.end();
}

}  // namespace

/// scripts/bench prints the share; this guards it. A change that reads more of them wrong needs a reason.
TEST_CASE("the gold sentences are read as well as they were") {
  constexpr std::size_t most_wrong = 60;
  const Lexicon lexicon = open_test_lexicon();
  std::size_t all = 0, wrong = 0;
  for (const std::string& line : testing::case_lines(TEST_DATA "/gold/readings.tsv")) {
    const auto cells = testing::cells(line);
    REQUIRE(cells.size() == 2);
    CAPTURE(cells[0]);
    const auto labels = split(cells[1], ' ');
    const std::string pinyin = pinyin_line(cells[0], lexicon, Tones::spoken);
    const auto ours = split(pinyin, ' ');
    REQUIRE(ours.size() == labels.size());
    all += labels.size();
    for (std::size_t i = 0; i < labels.size(); ++i) wrong += is_right(ours[i], labels[i]) ? 0U : 1U;
  }
  CHECK(all > 8'000);
  CHECK(wrong <= most_wrong);
}
