#include "clean/title.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "clean/clean.h"
#include "read/formats.h"
#include "support/case_lines.h"

namespace langdu {
namespace {

Document cleaned(const std::string& text, bool keep_all = false) {
  Document document = read_document(text, "case.txt");
  clean(document, {keep_all});
  return document;
}

std::string rules(const Document& document) {
  std::string names;
  for (const Dropped& dropped : document.dropped) names += dropped.rule + " ";
  return names;
}

const std::string body = "\n\n今天我们开会，讨论三件事情。\n\n这是第二段，也有一个句号。\n";

}  // namespace

TEST_CASE("what sites write behind a title is taken off, and nothing else") {
  for (const std::string& line : testing::case_lines(TEST_DATA "/clean/titles.txt")) {
    const auto row = testing::cells(line);
    REQUIRE(row.size() == 2);
    CAPTURE(row[0]);
    CHECK(cleaned(row[0] + body).metadata.title == row[1]);
  }
}

TEST_CASE("the title is said once, and its repetitions are listed") {
  const Document document = cleaned("区长的讲话(全文)\n\n区长的讲话\n\n区长的讲话(全文)" + body);
  CHECK(document.metadata.title == "区长的讲话");
  CHECK(document.blocks.size() == 3);
  CHECK(document.blocks[0].kind == BlockKind::heading);
  CHECK(rules(document) == "title_suffix duplicate_title duplicate_title ");
}

TEST_CASE("a title with the site's name behind it is recognised by the title alone") {
  const Document document = cleaned("区长的讲话_百草文稿网\n\n区长的讲话" + body);
  CHECK(document.metadata.title == "区长的讲话");
  CHECK(rules(document) == "site_name duplicate_title ");
  CHECK(cleaned("区长的讲话_百草文稿网" + body).metadata.title == "区长的讲话");
  CHECK(cleaned("区长的讲话_百草" + body).metadata.title == "区长的讲话_百草");
}

TEST_CASE("a title said twice without an empty line between is found") {
  const Document document = cleaned("关于开会的通知_某某网\n关于开会的通知\n各街道办事处：\n请准时到会。\n");
  CHECK(document.metadata.title == "关于开会的通知");
  CHECK(document.blocks.size() == 3);
}

TEST_CASE("the refrain of a song is no repeated title") {
  CHECK(cleaned("回家吧\n回家吧\n天边的云\n\n回家吧\n回家吧\n").dropped.empty());
  CHECK(cleaned("回家吧\n\n回家吧\n天边的云\n\n回家吧\n回家吧\n").dropped.empty());
}

TEST_CASE("a short title is said again at once or behind boilerplate, later it is a refrain or a heading") {
  CHECK(cleaned("雪还在下\n\n他说什么也不肯走\n\n雪还在下\n\n我看着他的背影\n\n雪还在下\n").dropped.empty());
  CHECK(cleaned("城市更新\n\n前面的话\n\n城市更新" + body).dropped.empty());
  CHECK(rules(cleaned("同意\n\n同意\n\n同意" + body)) == "duplicate_title ");
  CHECK(rules(cleaned("城市更新\n\n发布时间:2023-12-10\n\n城市更新" + body)) ==
        "publish_time duplicate_title ");
}

TEST_CASE("a title with its author below is found") {
  const Document document = cleaned("静夜思\n李白\n\n床前明月光，\n疑是地上霜。\n");
  CHECK(document.metadata.title == "静夜思");
  CHECK(document.blocks.size() == 4);
}

TEST_CASE("a title below the way to the page and the time is found") {
  const Document document = cleaned("当前位置：首页 > 讲话\n2024-05-16 09:08\n区长的讲话" + body);
  CHECK(document.metadata.title == "区长的讲话");
  CHECK(document.metadata.date == "2024-05-16 09:08");
}

TEST_CASE("a text without a title gets none") {
  CHECK(cleaned("今天我们开会，讨论三件事情。\n\n第二段。").metadata.title == "");
  CHECK(cleaned("同志们：\n\n今天我们开会。").metadata.title == "");
  CHECK(cleaned("你好世界").metadata.title == "");
  CHECK(cleaned("床前明月光\n疑是地上霜\n举头望明月").metadata.title == "");
  CHECK(cleaned("第一章 总则\n\n第一条写的是目的。").metadata.title == "");
  CHECK(cleaned("").metadata.title == "");
}

TEST_CASE("a title repeated in the body is kept there") {
  const Document document = cleaned("城市更新" + body + "\n城市更新\n\n又一段正文，也以句号结束。\n");
  CHECK(rules(document) == "");
  CHECK(document.blocks.size() == 5);
}

TEST_CASE("the title's own repairs are the same with and without --keep-all") {
  for (const bool keep_all : {false, true})
    CHECK(cleaned("城市 更新,怎么干?(全文)" + body, keep_all).metadata.title == "城市更新，怎么干？");
}

TEST_CASE("--keep-all keeps repeated titles and suffixes") {
  const Document document = cleaned("区长的讲话(全文)\n\n区长的讲话(全文)" + body, true);
  CHECK(document.dropped.empty());
  CHECK(document.blocks.size() == 4);
  CHECK(document.blocks[0].text.text() == "区长的讲话（全文）");
  CHECK(document.metadata.title == "区长的讲话");
}

}  // namespace langdu
