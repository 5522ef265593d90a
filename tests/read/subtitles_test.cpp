#include "read/subtitles.h"

#include <doctest/doctest.h>

#include <string>

#include "read/formats.h"
#include "read/markup_cases.h"

namespace langdu {
namespace {

Document read(const std::string& text) { return read_subtitles(text, {}); }

const std::string webvtt =
    "WEBVTT\nKind: captions\n\nNOTE 说明\n\n1\n00:01.000 --> 00:02.000 align:start\n<v "
    "张三>第一句&amp;\n第二行</v>\n\n"
    "00:02.000 --> 00:03.000\n- 你好\n- 再见\n\n00:03.000 --> 00:04.000\n- 你好\n- 再见\n";
const std::string srt =
    "\xEF\xBB\xBF"
    "1\r\n00:00:01,000 --> 00:00:02,500\r\n{\\an8}<i>姓曾<zeng1></i>\r\n的人\r\n\r\n2\r\n"
    "00:00:03,000 --> 00:00:04,000\r\n第二句\r\n";

}  // namespace

TEST_CASE("every line of tests/data/read/subtitles.txt shows what it says") {
  testing::check_cases(TEST_DATA "/read/subtitles.txt", read);
}

TEST_CASE("subtitles show themselves, under any name") {
  for (const std::string& text :
       {srt, webvtt, std::string("WEBVTT"), std::string("\n1\n00:01:02,003 --> 00:01:03,004\n"),
        std::string("WEBVTT 题目\n"), std::string("1\n00:01.000 --> 00:02.000")}) {
    CAPTURE(text);
    CHECK(shows_subtitles(text));
  }
  for (const std::string text :
       {"", "1", "1\n", "1\n正文", "WEBVTTX", "正文\n1\n00:01.000 --> 00:02.000", "1\n甲 --> 乙",
        "2024年\n12:30 --> 13:00", "12345678901\n00:01.000 --> 00:02.000"}) {
    CAPTURE(text);
    CHECK_FALSE(shows_subtitles(text));
  }
  CHECK(testing::shown(read_document(srt, "a.txt")) == "姓曾的人 | 第二句");
  CHECK(testing::shown(read_document("正文", "a.srt")) == "= 正文");
}

TEST_CASE("no hanzi of a cue is lost in silence") { CHECK(testing::lost(read(srt)).empty()); }

TEST_CASE("bad subtitles are read in any way") {
  for (const std::string& sample : {srt, webvtt}) {
    testing::check_bad_input(sample, {"1\n",     "00:01.000 --> 00:02.000\n",
                                      "\n",      "\n\n",
                                      "<",       ">",
                                      "<i>",     "</i>",
                                      "{\\",     "}",
                                      "&amp;",   "&",
                                      ";",       "字",
                                      "- ",      "NOTE\n",
                                      "STYLE\n", "WEBVTT\n",
                                      "\r",      " "},
                             read);
  }
}

TEST_CASE("long runs of marks in subtitles are read in linear time") {
  testing::check_linear({"<", "<i", "{\\", "{", "&", "&a;", "<i>", "\n", "字", "1\n",
                         "00:01.000 --> 00:02.000\n", "00:01.000 --> 00:02.000\n字\n", "-->", "字\n"},
                        read);
}

}  // namespace langdu
