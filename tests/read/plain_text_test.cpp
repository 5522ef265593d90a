#include "read/plain_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "read/formats.h"
#include "text/lines.h"

namespace langdu {
namespace {

std::string blocks(const Document& document) {
  std::string result;
  for (const Block& block : document.blocks)
    result += (block.after_blank_line ? "*" : "") + block.text.text() + "|";
  return result;
}

std::string dropped(const Document& document) {
  std::string result;
  for (const Dropped& part : document.dropped) {
    result +=
        part.rule + "@" + std::to_string(part.source.begin) + "-" + std::to_string(part.source.end) + " ";
  }
  return result;
}

}  // namespace

TEST_CASE("lines end with LF, CRLF, CR and the breaks of Word and Unicode") {
  CHECK(blocks(read_plain_text("一\n二\r\n三\r四")) == "*一|二|三|四|");
  CHECK(blocks(read_plain_text("一\f二\v三\xe2\x80\xa8四\xe2\x80\xa9五")) == "*一|二|三|四|五|");
  CHECK(blocks(read_plain_text("一\n\n二\r\n\r\n三\r\r四\n　 \n五\n")) == "*一|*二|*三|*四|*五|");
  CHECK(blocks(read_plain_text("没有行尾")) == "*没有行尾|");
}

TEST_CASE("an empty or blank file has no block, no note, and drops nothing") {
  for (const std::string text : {"", "\n", " \r\n\t\n　\n", "\r"}) {
    const Document document = read_plain_text(text);
    CHECK(document.blocks.empty());
    CHECK(document.dropped.empty());
    CHECK(document.notes.empty());
  }
}

TEST_CASE("the source is the file unchanged and spans are offsets in it") {
  const std::string text = "\xef\xbb\xbf标题\r\n正文\n";
  const Document document = read_plain_text(text);
  CHECK(document.source == text);
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.blocks[0].text.source() == Span{3, 9});
  CHECK(document.blocks[1].text.source() == Span{11, 17});
}

TEST_CASE("a byte order mark and invisible characters go without a note") {
  const Document document = read_plain_text("\xef\xbb\xbf标\xe2\x80\x8d题\xef\xbb\xbf");
  CHECK(blocks(document) == "*标题|");
  CHECK(dropped(document) == "byte order mark@0-3 invisible character@6-9 invisible character@12-15 ");
  CHECK(document.notes.empty());
}

TEST_CASE("a text with an invisible character between each two hanzi is read") {
  for (const std::string mark : {"\xe2\x80\x8c", "\xe2\x80\x8d", "\xef\xbb\xbf"}) {
    std::string text;
    std::string wanted;
    for (int i = 0; i < 30; ++i) {
      text += "字" + mark;
      wanted += "字";
    }
    const Document document = read_plain_text(text);
    CHECK(blocks(document) == "*" + wanted + "|");
    CHECK(document.dropped.size() == 30);
    CHECK(document.notes.empty());
  }
}

TEST_CASE("invalid bytes become one note a line with their place, and the rest is read") {
  const Document document = read_plain_text("第一行\n第\xff\xfe二\xe4\xb8行\n第三行");
  CHECK(blocks(document) == "*第一行|第二行|第三行|");
  CHECK(dropped(document) == "invalid UTF-8@13-15 invalid UTF-8@18-20 ");
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].message == "left out 4 bytes that are not UTF-8 (FF FE)");
  CHECK(document.notes[0].where == Span{13, 15});
  CHECK(Lines(document.source).place(document.notes[0].where.begin).line == 2);
}

TEST_CASE("surrogates, overlong forms and code points beyond Unicode are invalid") {
  for (const std::string bytes : {"\xed\xa0\x80", "\xc0\xaf", "\xf4\x90\x80\x80", "\x80", "\xf0\x9f"}) {
    const Document document = read_plain_text("这是一行中文" + bytes + "后面还有");
    CHECK(blocks(document) == "*这是一行中文后面还有|");
    CHECK(document.dropped.at(0).rule == "invalid UTF-8");
    CHECK(document.notes.size() == 1);
  }
}

TEST_CASE("control characters are left out and counted") {
  const Document document = read_plain_text(std::string("第\0一\x1b[1m行", 14));
  CHECK(document.notes.at(0).message == "left out 2 control characters");
  CHECK(document.blocks.at(0).text.text() == "第一[1m行");
  CHECK(dropped(document) == "control character@3-4 control character@7-8 ");
  CHECK(read_plain_text("一行\x7f").notes.at(0).message == "left out a control character");
}

TEST_CASE("a torn line is left out as a whole, its neighbours are read") {
  const std::string torn(40, '\xfe');
  const std::string rest = "这一行是好的，它足够长，整个文件因此还是文字，不必因为中间的一行坏了就全部丢掉。";
  const Document document = read_plain_text(rest + "\nab" + torn + "\n" + rest + "\n");
  CHECK(document.blocks.size() == 2);
  CHECK(document.dropped.at(0).rule == "not text");
  CHECK(document.notes.at(0).message.find("the line was left out") == 0);
}

TEST_CASE("a file of NULs, random bytes or GBK is left out with one note") {
  std::mt19937 random(1);
  std::string noise;
  for (int i = 0; i < 100000; ++i) noise += static_cast<char>(random() & 0xFF);
  std::string gbk;
  for (int i = 0; i < 100; ++i) gbk += "\xce\xd2\xc3\xc7\xd2\xaa\xd7\xa5\xbd\xf4\xc2\xe4\xca\xb5\xa1\xa3\n";
  for (const std::string& text : {std::string(100000, '\0'), noise, gbk}) {
    const Document document = read_plain_text(text);
    CHECK(document.blocks.empty());
    CHECK(document.dropped.size() == 1);
    CHECK(document.dropped.at(0).source == Span{0, static_cast<std::uint32_t>(text.size())});
    CHECK(document.notes.size() == 1);
  }
}

TEST_CASE("notes are limited to twenty and one that counts the rest") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "这一行里面有一个坏的字节\xff，其余都能读\n";
  const Document document = read_plain_text(text);
  CHECK(document.blocks.size() == 100);
  CHECK(document.dropped.size() == 100);
  REQUIRE(document.notes.size() == 21);
  CHECK(document.notes.back().message.find("80 more lines have bytes that are not text") == 0);
}

TEST_CASE("every format has a name, a description and extensions with dots") {
  for (const InputFormat& format : input_formats()) {
    CHECK_FALSE(format.name.empty());
    CHECK_FALSE(format.description.empty());
    CHECK(format.extensions.substr(0, 1) == ".");
    CHECK(format.read("", {}).blocks.empty());
  }
}

TEST_CASE("the format comes from the extension, an unknown one is plain text, and the part names the file") {
  for (const std::string name :
       {"a.txt", "A.TXT", "x/y.z/speech", "notes.unknown", "standard input", ".txt", ""}) {
    const Document document = read_document("正文", name);
    CHECK(blocks(document) == "*正文|");
    REQUIRE(document.parts.size() == 1);
    CHECK(document.parts[0].file == name);
    CHECK(document.parts[0].source == Span{0, 6});
  }
}

}  // namespace langdu
