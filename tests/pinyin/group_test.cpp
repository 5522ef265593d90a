#include "pinyin/group.h"

#include <doctest/doctest.h>

#include <set>

#include "pinyin/lexicon_data.h"
#include "pinyin/rule_lines.h"
#include "pinyin/test_lexicon.h"

using namespace langdu;

namespace {

const Lexicon& test_lexicon() {
  static const Lexicon lexicon = open_test_lexicon();
  return lexicon;
}

}  // namespace

TEST_CASE("every row of the table of groups decides a line of its own file, and the lines hold") {
  std::set<std::string_view> seen;
  for (const GroupRule& rule : group_rules()) {
    CAPTURE(rule.name);
    CHECK(seen.insert(rule.name).second);
    CHECK_FALSE(rule.reason.empty());
    bool decides = false;
    for (const RuleLine& line : rule_lines("groups", rule.name)) {
      CAPTURE(line.text);
      const HanziText text = read_hanzi(MappedText::verbatim(line.text, 0), test_lexicon(), {});
      for (std::size_t i = 1; i < text.tokens.size(); ++i) {
        for (const GroupRule& row : group_rules()) {
          if (!row.applies(text, text.tokens[i - 1], text.tokens[i])) continue;
          decides = decides || row.name == rule.name;
          break;
        }
      }
      std::string words;
      for (const Group& group : group_syllables(text, test_lexicon().data().words)) {
        const std::uint32_t begin = text.bytes[group.begin].begin;
        words += (words.empty() ? "" : " ") + line.text.substr(begin, text.bytes[group.end - 1].end - begin);
      }
      CHECK(words == line.expected);
    }
    CHECK(decides);
  }
}
