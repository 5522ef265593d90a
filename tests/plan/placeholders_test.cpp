#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>

#include "normalise/normalise.h"
#include "pinyin/test_lexicon.h"
#include "plan/planner.h"
#include "support/temporary_folder.h"

// Golden files written by eye: a run in brackets in its context, and what is said for the run.

using namespace langdu;

namespace {

struct Row {
  std::string before, run, after, expected;
};

std::vector<Row> rows_of(const std::string& name) {
  std::vector<Row> rows;
  std::ifstream file(TEST_DATA "/normalise/" + name);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto open = line.find('['), close = line.find(']'), tab = line.find('\t');
    REQUIRE((open < close && close < tab && tab != std::string::npos));
    rows.push_back({line.substr(0, open), line.substr(open + 1, close - open - 1),
                    line.substr(close + 1, tab - close - 1), line.substr(tab + 1)});
  }
  return rows;
}

/// What is said for the bytes `range` of a sentence.
std::string spoken_for(const std::string& sentence, Span range) {
  std::vector<Dropped> dropped;
  const MappedText spoken = normalise(MappedText::verbatim(sentence, 0), dropped);
  std::string said;
  for (std::uint32_t at = 0; at < spoken.size(); ++at) {
    const Span source = spoken.source({at, at + 1});
    if (!source.empty() && range.contains(source)) said += spoken.text()[at];
  }
  return said;
}

}  // namespace

TEST_CASE("every placeholder of the sample is said as the golden file says, in order, none left out") {
  const auto rows = rows_of("briefing_placeholders.txt");
  CHECK(rows.size() > 30);
  static const Lexicon lexicon = open_test_lexicon();
  const Plan plan =
      make_plan(content_of(LANGDU_REPOSITORY "/samples/briefing.txt"), "briefing.txt", lexicon, {});
  std::string all;  // sentences in a row, because a context may reach into the one before
  for (const Utterance& utterance : plan.utterances) all += utterance.shown;
  auto row = rows.begin();
  std::size_t sentence = 0;  // where it begins in `all`
  for (const Utterance& utterance : plan.utterances) {
    const std::string& shown = utterance.shown;
    for (auto at = shown.find('X'); at != std::string::npos; at = shown.find('X', at)) {
      REQUIRE(row != rows.end());
      const std::string context = row->before + row->run + row->after;
      CAPTURE(shown);
      CAPTURE(context);
      const auto begin = at - row->run.find('X');
      REQUIRE(all.compare(sentence + begin - row->before.size(), context.size(), context) == 0);
      const Span range{static_cast<std::uint32_t>(begin),
                       static_cast<std::uint32_t>(begin + row->run.size())};
      CHECK(spoken_for(shown, range) == row->expected);
      at = range.end;
      ++row;
    }
    sentence += shown.size();
  }
  CHECK(row == rows.end());
}

TEST_CASE("placeholders of official speeches are said as the golden file says") {
  const auto rows = rows_of("speech_placeholders.txt");
  CHECK(rows.size() == 56);
  for (const Row& row : rows) {
    const std::string context = row.before + row.run + row.after;
    CAPTURE(context);
    const auto begin = static_cast<std::uint32_t>(row.before.size());
    CHECK(spoken_for(context, {begin, begin + static_cast<std::uint32_t>(row.run.size())}) == row.expected);
  }
}
