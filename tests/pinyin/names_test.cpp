#include "pinyin/names.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "pinyin/group.h"
#include "pinyin/lexicon_data.h"
#include "pinyin/pronounce.h"
#include "pinyin/rule_lines.h"
#include "pinyin/test_lexicon.h"

using namespace langdu;

namespace {

const Lexicon& test_lexicon() {
  static const Lexicon lexicon = open_test_lexicon();
  return lexicon;
}

HanziText with_names(const std::string& phrase) {
  HanziText text = read_hanzi(MappedText::verbatim(phrase, 0), test_lexicon(), {});
  join_names(text);
  return text;
}

std::string groups_of(const HanziText& text, const std::string& phrase) {
  std::string words;
  for (const Group& group : group_syllables(text, test_lexicon().data().words)) {
    const std::uint32_t begin = text.bytes[group.begin].begin;
    words += (words.empty() ? "" : " ") + phrase.substr(begin, text.bytes[group.end - 1].end - begin);
  }
  return words;
}

/// The names that were found: words of the class that no lexicon has.
std::vector<NameCase> found_in(const HanziText& text) {
  std::vector<NameCase> names;
  for (const Token& token : text.tokens) {
    if (!token.slot && token.word_class == WordClass::name)
      names.push_back({text, token.begin, token.begin + token.size});
  }
  return names;
}

std::string engine_words(std::string_view phrase) {
  std::string line;
  for (const Word& word : pronounce(MappedText::verbatim(phrase, 0), test_lexicon())) {
    if (!line.empty()) line += ' ';
    for (const Syllable syllable : word.syllables) append_syllable(line, syllable, Tones::spoken);
  }
  return line;
}

}  // namespace

TEST_CASE("every row of the table of names decides a line of its own file, and the lines hold") {
  std::set<std::string_view> seen;
  for (const NameRule& rule : name_rules()) {
    CAPTURE(rule.name);
    CHECK(seen.insert(rule.name).second);
    CHECK_FALSE(rule.reason.empty());
    bool decides = false;
    for (const RuleLine& line : rule_lines("names", rule.name)) {
      CAPTURE(line.text);
      const HanziText text = with_names(line.text);
      for (const NameCase& name : found_in(text)) {
        const auto row = std::find_if(name_rules().begin(), name_rules().end(),
                                      [&](const NameRule& each) { return each.applies(name); });
        REQUIRE(row != name_rules().end());
        decides = decides || row->name == rule.name;
      }
      CHECK(groups_of(text, line.text) == line.expected);
    }
    CHECK(decides);
  }
}

TEST_CASE("family names and hanzi of given names stand in order, each once") {
  for (const std::u32string_view set : {family_names(), given_names()}) {
    CHECK(std::adjacent_find(set.begin(), set.end(), std::greater_equal<>()) == set.end());
  }
}

TEST_CASE("third tones of a name: the given name first, and nothing rises between a noun and a name") {
  CHECK(engine_words("记者李小勇报道") == "ji4zhe3 li3xiao2yong3 bao4dao4");
  CHECK(engine_words("总理李勇在会上") == "zong2li3 li2yong3 zai4 hui4shang4");
  CHECK(engine_words("李某某说") == "li3mou2mou3 shuo1");
}

TEST_CASE("a name is found in traditional script") {
  CHECK(groups_of(with_names("記者陳曉偉報導"), "記者陳曉偉報導") == "記者 陳曉偉 報導");
}
