#include "read/html_body.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "read/formats.h"
#include "read/html.h"
#include "read/html_marks.h"
#include "support/case_lines.h"
#include "support/html_pages.h"

using namespace langdu;
using testing::rule_of;
using testing::sentence;
using testing::shown_blocks;

namespace {

std::string end_tag(const std::string& start) {
  return "</" + start.substr(1, start.find_first_of(" >") - 1) + ">";
}

/// The row of the first element of a page that has one.
const HtmlMark* mark_in(const std::string& page) {
  const HtmlTree tree(page, {0, static_cast<std::uint32_t>(page.size())});
  for (const HtmlNode& node : tree.nodes()) {
    const HtmlMark* mark = node.is_text ? nullptr : mark_of(tree, node);
    if (mark != nullptr) return mark;
  }
  return nullptr;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += word + " ";
  return all;
}

std::string sentences(int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += "<p>" + sentence + "</p>";
  return all;
}

Document read(const std::string& page, bool keep_all = false) {
  ReadOptions options;
  options.keep_all = keep_all;
  return read_html(page, options);
}

}  // namespace

TEST_CASE("every row of html_marks() is found, drops its element, and not that with most of the sentences") {
  std::set<const HtmlMark*> seen;
  for (const std::string& line : testing::case_lines(TEST_DATA "/read/html_marks.txt")) {
    CAPTURE(line);
    const auto cells = testing::cells(line);
    REQUIRE(cells.size() == 2);
    const std::string& start = cells[1];
    const HtmlMark* mark = mark_in("<body>" + start + "甲");
    REQUIRE(mark != nullptr);
    CHECK(mark->rule == cells[0]);
    seen.insert(mark);
    const std::string shown = mark->rule == line_numbers ? "12" : "点这里";
    const std::string small = start + shown + end_tag(start);
    const Document document = read("<body><div class=zoom>" + sentences(5) + small + "<p>末尾</p></div>");
    CHECK(rule_of(document, shown) == (mark->purpose == Purpose::text ? "" : cells[0]));
    CHECK(rule_of(document, "末尾") == "");
    if (mark->rule == "hidden") continue;  // what it holds is never shown
    const Document most = read("<body>" + start + sentences(5) + end_tag(start) + "<div>甲</div>");
    CHECK(most.blocks.size() >= (start == "<button>" ? 1 : 5));
    CHECK(rule_of(most, sentence) == "");
  }
  for (const HtmlMark& row : html_marks()) {
    CAPTURE(row.rule);
    CHECK(seen.contains(&row));
  }
}

TEST_CASE("every line of tests/data/read/html_signs.txt shows what it says") {
  for (const std::string& line : testing::case_lines(TEST_DATA "/read/html_signs.txt")) {
    CAPTURE(line);
    const auto cells = testing::cells(line);
    REQUIRE(cells.size() == 3);
    CHECK((shows_html(cells[2]) ? "html" : "text") == cells[0]);
    const Encoding* declared = declared_html_encoding(cells[2]);
    CHECK(declared == (cells[1] == "-" ? nullptr : find_encoding(cells[1])));
  }
}

TEST_CASE("a page in GBK is read in the encoding that it declares") {
  const std::string page = "<html><meta charset=gbk><p>\xce\xd2\xc3\xc7\xd2\xaa\xd7\xa5\xbd\xf4\xa1\xa3</p>";
  CHECK(shown_blocks(read_document(page, "a.txt", {})) == "我们要抓紧。");
}

TEST_CASE("a name falls into its words") {
  CHECK(joined(words_of("article-bodyText_2")) == "article body text ");
  CHECK(joined(words_of("TRS_Editor")) == "trs editor ");
  CHECK(joined(words_of("")) == "");
  CHECK(joined(words_of("__正文--")) == "正文 ");
}

TEST_CASE("the title is found outside the text, and what stands between it and the text is kept") {
  const Document document = read(
      "<title>老槐树_小说网</title><div><a>小说网</a></div><div><h1>老槐树</h1><p>——怀念家乡</p><p>" +
      sentence + "</p></div><div><span>点击</span></div><div>" + sentences(20) + "</div><div>底部</div>");
  CHECK(shown_blocks(document).find("h0:老槐树|——怀念家乡|" + sentence + "|") == 0);
  CHECK(document.blocks.size() == 23);
  CHECK(rule_of(document, "点击") == "outside the text");
  CHECK(rule_of(document, "底部") == "outside the text");
  CHECK(document.metadata.title == "老槐树_小说网");
}

TEST_CASE("a heading that is the title of the page wins over the same text elsewhere, and is not lost") {
  const std::string title = "<title>老槐树</title>";
  for (const std::string& page :
       {title + "<div class=crumb><a>首页</a> &gt; <span>老槐树</span></div><article><h1>老槐树</h1>",
        title + "<div><p>老槐树</p></div><article><h1>老槐树</h1>",
        title + "<article><div class=crumb>位置 <b>老槐树</b></div><h1>老槐树</h1>",
        title + "<div class=sidebar>" + sentences(12) + "</div><article><h1>老槐树</h1>",
        std::string("<title>家</title><div><h1>家</h1></div><article>")}) {
    CAPTURE(page);
    const Document document = read(page + sentences(20) + "</article><h1>老槐树</h1>");
    REQUIRE(document.blocks.size() == 21);
    CHECK(document.blocks[0].kind == BlockKind::heading);
    CHECK(document.blocks[0].level == 0);
  }
}

TEST_CASE("a bold first line that the page's name begins with is the title") {
  const std::string page = "<p align=center><font><b>老槐树</b></font><br><br>作者</p>" + sentences(2);
  const std::string rest = "|" + sentence + "|" + sentence;
  CHECK(shown_blocks(read("<title>老槐树_小说</title>" + page)) == "h0:*老槐树|作者" + rest);
  CHECK(shown_blocks(read("<title>别的</title>" + page)) == "l:*老槐树|l:作者" + rest);
}

TEST_CASE("lists of links, and the signs around what is left out, go with it") {
  const Document document =
      read("<div><div><div>【<a>首页</a>】·<a>二</a></div><div>|</div></div><article>" + sentences(3) +
           "<div><a>上一页</a> · <a>下一页</a> · <a>目录</a></div><p>——</p></article></div>");
  CHECK(shown_blocks(document) == sentence + "|" + sentence + "|" + sentence + "|——");
  CHECK(rule_of(document, "上一页") == "list of links");
  CHECK(rule_of(document, "|") == "outside the text");
}

TEST_CASE("a page without sentences is kept but for its marks, and all of any page when it is wanted") {
  const std::string page = "<div>一</div><div class=share>二</div><p hidden>三</p><ul><li>四</ul>";
  CHECK(shown_blocks(read(page)) == "一|四");
  CHECK(shown_blocks(read(page, true)) == "一|二|四");
  CHECK(shown_blocks(read("<p>甲</p><div>" + sentences(2) + "</div>", true)) ==
        "甲|" + sentence + "|" + sentence);
}
