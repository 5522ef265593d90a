#include <doctest/doctest.h>

#include <algorithm>

#include "pinyin/pronounce.h"
#include "pinyin/test_lexicon.h"
#include "support/case_lines.h"

using namespace langdu;

namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (auto end = text.find(separator); end != std::string::npos; end = text.find(separator, begin)) {
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  parts.push_back(text.substr(begin));
  return parts;
}

bool is_right(const std::string& ours, const std::string& label) {
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
    const auto ours = split(pinyin_line(cells[0], lexicon, Tones::spoken), ' ');
    REQUIRE(ours.size() == labels.size());
    all += labels.size();
    for (std::size_t i = 0; i < labels.size(); ++i) wrong += is_right(ours[i], labels[i]) ? 0U : 1U;
  }
  CHECK(all > 8'000);
  CHECK(wrong <= most_wrong);
}
