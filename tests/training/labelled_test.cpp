#include "training/labelled.h"

#include <doctest/doctest.h>

using namespace langdu;

namespace {

/// "3: reason" of the only line of three that is wrong.
template <typename Parse>
std::string problem_of(Parse parse, const std::string& good, const std::string& line) {
  std::vector<BadLine> bad;
  const auto labels = parse(good + "\n" + "# comment\n" + line + "\n" + good, bad);
  CHECK(labels.size() == 2);
  REQUIRE(bad.size() == 1);
  CHECK(bad[0].line == 3);
  return bad[0].reason;
}

/// The label of a line that is right.
template <typename Parse>
LabelledHanzi label_of(Parse parse, const char* line) {
  std::vector<BadLine> bad;
  const auto labels = parse(line, bad);
  REQUIRE(labels.size() == 1);
  CHECK(bad.empty());
  return labels[0];
}

}  // namespace

TEST_CASE("a line of people's has the hanzi in braces, wherever it stands") {
  struct {
    const char *line, *sentence;
    std::uint32_t at;
  } rows[] = {{"{行}长\thang2", "行长", 0},         {"银{行}\thang2", "银行", 3},
              {"银行{行}长\thang2", "银行行长", 6},  // the second one of two
              {"银{行}行长\thang2", "银行行长", 3},  // the first
              {"a，{行}b\txing2", "a，行b", 4},     {"𠮷{行}\txing2", "𠮷行", 4}};
  for (const auto& row : rows) {
    CAPTURE(row.line);
    const LabelledHanzi label = label_of(parse_examples, row.line);
    CHECK(label.sentence == row.sentence);
    CHECK(label.at == row.at);
    CHECK(label.source == LabelSource::examples);
    CHECK(to_string(label.reading) == std::string(row.line).substr(std::string(row.line).find('\t') + 1));
  }
}

TEST_CASE("a corpus's line has the index of its hanzi in code points") {
  struct {
    const char* line;
    std::uint32_t at;
  } rows[] = {{"行长\t0\t行\thang2", 0},   {"银行行长\t2\t行\thang2", 6}, {"银行行长\t1\t行\thang2", 3},
              {"a，行b\t2\t行\txing2", 4}, {"𠮷行\t1\t行\txing2", 4},     {"银行\t01\t行\thang2", 3}};
  for (const auto& row : rows) {
    CAPTURE(row.line);
    const LabelledHanzi label = label_of(parse_corpus, row.line);
    CHECK(label.at == row.at);
    CHECK(label.source == LabelSource::corpus);
  }
}

TEST_CASE("bad lines of people's are named by number and reason, and the others are kept") {
  const std::string braces = "one hanzi of the sentence stands in braces";
  struct {
    std::string line, reason;
  } rows[] = {{"银{行}", "a line is sentence, reading, between a tab"},
              {"银{行}\thang2\t5", "a line is sentence, reading, between a tab"},
              {"银行\thang2", braces},
              {"银{行\thang2", braces},
              {"银行}\thang2", braces},
              {"银}行{\thang2", braces},
              {"银{}行\thang2", braces},
              {"{银行}\thang2", braces},
              {"{银}{行}\thang2", braces},
              {"{{行}}\thang2", braces},
              {"银{x}\thang2", braces},
              {"银{，}\thang2", braces},
              {"银{\xE8\xA1}\thang2", braces},
              {"银{行}\thang9", "'hang9' is not a toned syllable, as in zhang3 or lv4"},
              {"银{行}\thang", "'hang' is not a toned syllable, as in zhang3 or lv4"},
              {"银{行}\t", "'' is not a toned syllable, as in zhang3 or lv4"},
              {"银{行}\thang2 ", "'hang2 ' is not a toned syllable, as in zhang3 or lv4"},
              {"银{行}\tlü4", "'lü4' is not a toned syllable, as in zhang3 or lv4"}};
  for (const auto& row : rows) {
    CAPTURE(row.line);
    CHECK(problem_of(parse_examples, "银{行}\thang2", row.line) == row.reason);
  }
}

TEST_CASE("bad lines of a corpus are named by number and reason, and the others are kept") {
  struct {
    const char *line, *reason;
  } rows[] = {{"银行\t1\t行", "a line is sentence, index, hanzi, reading, between tabs"},
              {"银行\t1\t行\thang2\t", "a line is sentence, index, hanzi, reading, between tabs"},
              {"银行\t\t行\thang2", "the index is no number"},
              {"银行\t-1\t行\thang2", "the index is no number"},
              {"银行\t1x\t行\thang2", "the index is no number"},
              {"银行\t4294967296\t行\thang2", "the index is no number"},
              {"银行\t0\t行\thang2", "the hanzi is not at its index"},
              {"银行\t2\t行\thang2", "the hanzi is not at its index"},
              {"银行\t4294967295\t行\thang2", "the hanzi is not at its index"},
              {"银行\t1\t\thang2", "the third field is not one hanzi"},
              {"银行\t0\t银行\tyin2", "the third field is not one hanzi"},
              {"a行\t0\ta\txing2", "the third field is not one hanzi"},
              {"\t0\t行\thang2", "the hanzi is not at its index"},
              {"银行\t1\t行\tx", "'x' is not a toned syllable, as in zhang3 or lv4"}};
  for (const auto& row : rows) {
    CAPTURE(row.line);
    CHECK(problem_of(parse_corpus, "银行\t1\t行\thang2", row.line) == std::string(row.reason));
  }
}

TEST_CASE("no lines, empty lines and comments are no labels and no faults") {
  for (const char* text : {"", "\n", "\n\n\n", "# a\tb\n", "#\n\n# {行}\thang2"}) {
    std::vector<BadLine> bad;
    CHECK(parse_examples(text, bad).empty());
    CHECK(parse_corpus(text, bad).empty());
    CHECK(bad.empty());
  }
}
