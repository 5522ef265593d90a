#include "normalise/normalise.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "normalise/fold.h"
#include "normalise/lines.h"
#include "normalise/rules.h"

using namespace langdu;

namespace {

// Files that belong to no rule: lines over all rules, written before the rules ran on them.
const std::set<std::string> not_rules = {"briefing_placeholders", "sentences", "speech_placeholders"};

std::string spoken(const std::string& written) {
  std::vector<Dropped> dropped;
  return normalise(MappedText::verbatim(written, 0), dropped).text();
}

}  // namespace

TEST_CASE("every test line is spoken as it says") {
  const std::vector<test::Line> lines = test::all_lines();
  REQUIRE(lines.size() >= 300);
  for (const test::Line& line : lines) {
    CAPTURE(line.written);
    CHECK(spoken(line.written) == line.spoken);
  }
}

TEST_CASE("every rule has test lines, and is the one that applies in some of them") {
  for (const rules::Rule& rule : rules::rule_table()) {
    CAPTURE(rule.name);
    const std::vector<test::Line> lines = test::lines_of(std::string(rule.name));
    CHECK(lines.size() >= 3);
    CHECK(!rule.example.empty());
    const bool fires = std::any_of(lines.begin(), lines.end(), [&](const test::Line& line) {
      std::vector<Dropped> dropped;
      std::vector<const rules::Rule*> fired;
      rules::apply_rules(rules::fold(MappedText::verbatim(line.written, 0)), dropped, &fired);
      return std::find(fired.begin(), fired.end(), &rule) != fired.end();
    });
    CHECK(fires);
  }
}

TEST_CASE("every file of test lines belongs to a rule, and rule names are unique") {
  std::set<std::string> names;
  for (const rules::Rule& rule : rules::rule_table()) CHECK(names.insert(std::string(rule.name)).second);
  for (const std::string& file : test::line_files()) {
    CAPTURE(file);
    CHECK((names.count(file) == 1 || not_rules.count(file) == 1));
  }
}

TEST_CASE("normalised text is left as it is when normalised again") {
  for (const test::Line& line : test::all_lines()) {
    CAPTURE(line.written);
    const std::string once = spoken(line.written);
    // A letter X that stands alone in the result is a placeholder to a second run.
    if (once.find('X') != std::string::npos || once.find('x') != std::string::npos) continue;
    CHECK(spoken(once) == once);
  }
}
