#include "read/markdown.h"

#include <doctest/doctest.h>

#include <string>

#include "read/formats.h"
#include "read/markup_cases.h"

namespace langdu {
namespace {

Document read(const std::string& text) { return read_markdown(text, {}); }

const std::string sample =
    "\xEF\xBB\xBF---\ntitle: \"题目\"\n---\n\n# "
    "标题\n\n[TOC]\n\n第一段**重要。**其他，\n第二行[^1]。\n---\n\n"
    "1. 甲\n   - 乙<zeng1>\n2. ~~丙~~\n\n|名|数|\n|---|---|\n|甲\\|乙|`丁`|\n\n> 引文&mdash;&#20013;\n\n"
    "```c\n代码\n```\n\n![图](a.png) [链](http://a.b)\n\n<!-- 注 -->\n\n<p>网页</p>\n\n[^1]: 注文\n    续\n";

}  // namespace

TEST_CASE("every line of tests/data/read/markdown.txt shows what it says") {
  testing::check_cases(TEST_DATA "/read/markdown.txt", read);
}

TEST_CASE("no hanzi of a Markdown text is lost in silence") {
  CHECK(testing::lost(read(sample)).empty());
  CHECK(testing::lost(read_markdown(sample, {.image_texts = true, .notes = true})).empty());
}

TEST_CASE("footnotes and the texts of images are read when they are wanted") {
  const std::string text = "文[^1]与[^b]![图](a)。\n\n[^1]: 注一\n[^b]: 注二\n    续\n";
  const Document document = read_markdown(text, {.image_texts = true, .notes = true});
  CHECK(testing::shown(document) == "文与图。 | 注一 | = 注二 | - 续");
  testing::check_places(document);
}

TEST_CASE("front matter gives title and date, plain or quoted") {
  const auto metadata = [](const std::string& text) { return read_markdown(text, {}).metadata; };
  CHECK(metadata("---\ntitle: 题目 # 注\ndate: 2024-01-02\n...\n").title == "题目");
  CHECK(metadata("---\ntags:\n  - a\ntitle: '它''是'\ndate: 2024-01-02\n---\n").title == "它'是");
  CHECK(metadata("---\ntitle: \"说\\\"是\\\"\"\n---\n").title == "说\"是\"");
  CHECK(metadata("+++\r\ntitle = '题'\r\ndate = 2024-01-02\r\n+++\r\n").date == "2024-01-02");
  CHECK(metadata("---\n正文\ntitle: 题\n---\n").title.empty());
}

TEST_CASE("a file named .md is Markdown, in any encoding") {
  CHECK(testing::shown(read_document("# 标题", "a.MD")) == "#1 标题");
  CHECK(testing::shown(read_document("# 标题", "a.txt")) == "= # 标题");
  CHECK(testing::shown(read_document("# \xb1\xea\xcc\xe2\n\n\xd5\xfd\xce\xc4\xa1\xa3", "a.md")) ==
        "#1 标题 | 正文。");
}

TEST_CASE("bad Markdown is read in any way") {
  testing::check_bad_input(
      sample, {"[",       "]",     "(",  ")",  "*",     "**", "_",  "`",   "```",  "\n",   "\n\n", "# ",
               "- ",      "1. ",   "> ", "|",  "---\n", "<",  ">",  "<b>", "<!--", "-->",  "[^1]", "[^1]: ",
               "[TOC]\n", "&amp;", "\\", "字", "。",    "  ", "\t", "\r",  "![",   "~~~\n"},
      [](const std::string& text) { return read_markdown(text, {.image_texts = text.size() % 2 == 0}); });
}

TEST_CASE("long runs of marks are read in linear time") {
  testing::check_linear({"[",     "]",    "![",  "[^",         "[^1]",    "[^1]: a\n",     ">",    "> ",
                         "*",     "**a ", "*。", "{",          "<",       "<a ",           "<!--", "`",
                         "`a``b", "|",    "|-",  "a|b\n-|-\n", "|:|-|\n", "a|b\n-|:-\n\n", "- ",   "1. ",
                         "    ",  "\\",   "&",   "a\n---\n",   "~~~\n",   "_a ",           "[a](", "\n",
                         "字"},
                        read);
}

TEST_CASE("a table of very many columns is text") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "甲|";
  text += "\n";
  for (int i = 0; i < 1000; ++i) text += "-|";
  const Document document = read(text + "\n乙\n");
  CHECK(document.blocks.size() == 3);
  CHECK(testing::lost(document).empty());
}

}  // namespace langdu
