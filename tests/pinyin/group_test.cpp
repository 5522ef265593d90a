#include "pinyin/lexicon_data.h"
#include "pinyin/group.h"

#include <doctest/doctest.h>

#include <fstream>
#include <set>

#include "pinyin/test_lexicon.h"

using namespace langdu;

namespace {

struct Line {
  std::string phrase, words;
};

std::vector<Line> lines_of(std::string_view name) {
  std::ifstream file(std::string(TEST_DATA "/groups/") + std::string(name) + ".txt");
  std::vector<Line> lines;
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    REQUIRE_MESSAGE(tab != std::string::npos, name << ": " << line);
    lines.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return lines;
}

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
    for (const Line& line : lines_of(rule.name)) {
      CAPTURE(line.phrase);
      const HanziText text = read_hanzi(MappedText::verbatim(line.phrase, 0), test_lexicon(), {});
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
        words += (words.empty() ? "" : " ") + line.phrase.substr(begin, text.bytes[group.end - 1].end - begin);
      }
      CHECK(words == line.words);
    }
    CHECK(decides);
  }
}
