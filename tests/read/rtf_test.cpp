#include "read/rtf.h"

#include <doctest/doctest.h>

#include <string>

#include "read/formats.h"
#include "read/markup_cases.h"
#include "read/rtf_words.h"

namespace langdu {
namespace {

Document read(const std::string& text) { return read_rtf(text, {}); }

const std::string sample =
    "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}{\\f1\\fcharset0 "
    "Arial;}}"
    "{\\stylesheet{\\s1 heading 1;}}{\\info{\\title \\'b1\\'ea\\'cc\\'e2}}\n{\\header \\'d2\\'b3}"
    "\\pard\\s1\\b\\'b1\\'ea\\'cc\\'e2\\par\\pard\\plain\\f0 \\'d5\\'fd\\'ce\\'c4{\\footnote \\'d7\\'a2}"
    "\\u20013?\\u-10176?\\u-8448?{\\v \\'d2\\'fe}\\line{\\*\\x a}\\'81@ a\\cell b\\row 字\\par}";

}  // namespace

TEST_CASE("every line of tests/data/read/rtf.txt shows what it says") {
  testing::check_cases(TEST_DATA "/read/rtf.txt", read);
}

TEST_CASE("every control word has its line in tests/data/read/rtf.txt") {
  std::string all;
  for (const std::string& line : testing::case_lines(TEST_DATA "/read/rtf.txt"))
    all += testing::cells(line)[0];
  for (const RtfWord& row : rtf_words()) {
    CAPTURE(row.name);
    const std::string word = "\\" + std::string(row.name);
    bool found = false;
    for (auto at = all.find(word); at != std::string::npos && !found; at = all.find(word, at + 1))
      found = rtf_control_at(all, at).name == row.name;
    CHECK(found);
    CHECK(find_rtf_word(row.name) == &row);
  }
}

TEST_CASE("the title of the file, in its code page") { CHECK(read(sample).metadata.title == "标题"); }

TEST_CASE("each character has its escape as its place") {
  const std::string text = "{\\rtf1\\ansicpg936 a\\'d6\\'d0\\u25991?b}";
  const Document document = read(text);
  REQUIRE(document.blocks.size() == 1);
  const MappedText& shown = document.blocks[0].text;
  REQUIRE(shown.text() == "a中文b");
  const auto source = [&](std::uint32_t begin, std::uint32_t end) {
    const Span span = shown.source({begin, end});
    return text.substr(span.begin, span.size());
  };
  CHECK(source(0, 1) == "a");
  CHECK(source(1, 4) == "\\'d6\\'d0");
  CHECK(source(4, 7) == "\\u25991");
  CHECK(source(7, 8) == "b");
}

TEST_CASE("footnotes are read in brackets when they are wanted") {
  const Document document =
      read_rtf("{\\rtf1 一{\\footnote\\pard{\\super 1}注\\par 释}二。\\par 三}", {.notes = true});
  CHECK(testing::shown(document) == "一（注：1注 释）二。 | 三");
}

TEST_CASE("RTF shows itself under any name, and its bytes above 127 are in the code page that it declares") {
  CHECK(testing::shown(read_document(sample, "a.txt")) == testing::shown(read(sample)));
  CHECK(testing::shown(read_document("正文", "a.rtf")) == "= 正文");
  CHECK(testing::shown(read_document("{\\rtf1\\ansicpg950 \xa4\xa4\xa4\xe5}", "a.rtf")) == "中文");
  CHECK(testing::shown(read_document("{\\rtf1\\ansicpg936 \x81\x7d\xce\xc4}", "a.rtf")) == "亇文");
  CHECK(rtf_encoding("{\\rtf1\\ansicpg1252 ") == nullptr);
  CHECK(rtf_encoding("{\\rtf1") == nullptr);
}

TEST_CASE("bad RTF is read in any way") {
  testing::check_bad_input(
      sample,
      {"{",
       "}",
       "\\",
       "\\'",
       "d6",
       "\\'d6",
       "\\u20013",
       "\\u-10176",
       "\\uc2 ",
       "\\par",
       "\\cell ",
       "\\row",
       "\\*",
       "\\fonttbl",
       "\\f0",
       "\\fcharset134",
       "\\stylesheet",
       "\\s1",
       "\\info",
       "\\title ",
       "\\v",
       "\\b0 ",
       "\\footnote",
       "\\header ",
       "\\bin3 ",
       "\\bin-1",
       "字",
       " ",
       "\n",
       "99999999999",
       "-",
       "\\ansicpg936"},
      [](const std::string& text) { return read_rtf(text, {.notes = text.size() % 2 == 0}); });
}

TEST_CASE("deep groups and long runs are read in linear time") {
  testing::check_linear({"{",       "}",      "\\",       "{\\b ",          "{}",
                         "\\'d6",   "\\'",    "\\u20013", "\\u-10176 ",     "\\par",
                         "字\\par", "\\cell", "a\\cell ", "{\\footnote a}", "{\\header ",
                         "{\\v a}", "\\v a",  "\\*",      "{\\fonttbl\\f1", "1",
                         "\\b1",    "字",     "\\bin1 "},
                        [](const std::string& text) { return read("{\\rtf1\\ansicpg936 " + text); });
  std::string text = "{\\rtf1 ";
  for (int i = 0; i < 20'000; ++i) text += '{';
  text += "字";
  for (int i = 0; i < 20'000; ++i) text += '}';
  CHECK(testing::shown(read(text + "后}")) == "字后");
}

}  // namespace langdu
