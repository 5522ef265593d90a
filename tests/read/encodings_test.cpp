#include "read/encodings.h"

#include <doctest/doctest.h>
#include <iconv.h>

#include <array>
#include <random>
#include <string>

#include "read/formats.h"
#include "support/case_lines.h"

using namespace langdu;

namespace {

std::string encoded(const std::string& text, const char* name) {
  iconv_t converter = iconv_open(name, "UTF-8");
  REQUIRE(converter != iconv_t(-1));
  std::string out(text.size() * 4 + 16, '\0');
  char* from = const_cast<char*>(text.data());
  std::size_t left = text.size();
  char* to = out.data();
  std::size_t room = out.size();
  REQUIRE(iconv(converter, &from, &left, &to, &room) != std::size_t(-1));
  iconv_close(converter);
  out.resize(out.size() - room);
  return out;
}

constexpr std::string_view simplified =
    "同志们：\n今天我们召开会议，主要任务是总结上半年的工作，部署下一阶段的重点任务。\n"
    "第一，要提高认识；第二，要讲究方法。谢谢大家！\n";
constexpr std::string_view traditional =
    "各位來賓：\n今天我們在這裡舉行會議，主要的任務是總結上半年的工作，說明下一個階段的重點。\n謝謝大家！\n";

}  // namespace

TEST_CASE("every encoding is found without its name, with the same text") {
  const struct {
    const char* iconv;
    std::string_view text;
    const char* name;
  } rows[] = {{"UTF-8", simplified, "UTF-8"},       {"GB18030", simplified, "GB18030"},
              {"GBK", simplified, "GB18030"},       {"GB2312", simplified, "GB18030"},
              {"UTF-16LE", simplified, "UTF-16LE"}, {"UTF-16BE", simplified, "UTF-16BE"},
              {"BIG5", traditional, "Big5"},        {"UTF-16LE", traditional, "UTF-16LE"},
              {"GB18030", traditional, "GB18030"}};
  for (const auto& row : rows) {
    CAPTURE(row.iconv);
    const DecodedText decoded = decode(encoded(std::string(row.text), row.iconv), nullptr);
    CHECK(decoded.encoding->name == row.name);
    CHECK(decoded.text == row.text);
    CHECK(decoded.notes.size() == (decoded.encoding == &encodings().front() ? 0 : 1));
  }
}

TEST_CASE("a lone surrogate costs itself, not what follows") {
  const std::string text = "今天开会讨论经济工作。";
  const std::string bytes = encoded(text, "UTF-16LE");
  const DecodedText decoded = decode("\xFF\xFE" + bytes + std::string("\x00\xD8", 2) + bytes, nullptr);
  CHECK(decoded.text == text + "\uFFFD" + text);
}

TEST_CASE("UTF-16 without a mark, with and without anything but hanzi") {
  for (const std::string text : {"①今天开会②明天休息\n", "GDP增长5.2%，CPI上涨0.3%。\n",
                                 "国家发展和改革委员会今天发布了通知", "hello world\n"}) {
    CAPTURE(text);
    for (const char* name : {"UTF-16LE", "UTF-16BE"})
      CHECK(decode(encoded(text, name), nullptr).text == text);
  }
}

TEST_CASE("short texts too") {
  for (const std::string text : {"谢谢", "通知", "学习", "选择", "协议", "医院", "原因", "选择学习"}) {
    CAPTURE(text);
    CHECK(decode(encoded(text, "GBK"), nullptr).text == text);
  }
  CHECK(decode("café", nullptr).text == "café");
  CHECK(decode("α射线", nullptr).text == "α射线");
  for (const std::string text : {"会议开始。", "银行行长在开会", "你好", "第一章 总则"}) {
    CAPTURE(text);
    CHECK(decode(encoded(text, "GB18030"), nullptr).text == text);
  }
  for (const std::string text : {"會議開始。我們來了。", "這是一個測試的文件"}) {
    CAPTURE(text);
    CHECK(decode(encoded(text, "BIG5"), nullptr).text == text);
  }
}

TEST_CASE("a byte order mark decides, and is no part of a text of UTF-16") {
  const std::string text(simplified);
  for (const auto& [mark, name] : {std::pair{"\xFF\xFE", "UTF-16LE"}, {"\xFE\xFF", "UTF-16BE"}}) {
    const DecodedText decoded = decode(mark + encoded(text, name), nullptr);
    CHECK(decoded.encoding->name == name);
    CHECK(decoded.text == text);
    CHECK(decoded.notes.empty());
  }
  CHECK(decode("\xEF\xBB\xBF" + text, nullptr).text == "\xEF\xBB\xBF" + text);
}

TEST_CASE("the named encoding wins, and says what it could not read") {
  const DecodedText decoded = decode("\xC4\xE3\xBA\xC3\xFF\n\x80", find_encoding("gb2312"));
  CHECK(decoded.text == "你好\uFFFD\n\uFFFD");
  REQUIRE(decoded.notes.size() == 1);
  CHECK(decoded.notes[0].severity == Severity::warning);
  CHECK(decoded.notes[0].where == Span{6, 9});
  CHECK(decoded.notes[0].message == "2 bytes that are no GB18030; U+FFFD stands for each");
  CHECK(decode(encoded(std::string(traditional), "BIG5"), find_encoding("BIG-5")).text == traditional);
}

TEST_CASE("every row has a name of its own, and its aliases lead to it in any case") {
  for (const Encoding& row : encodings()) {
    CHECK(find_encoding(row.name) == &row);
    for (std::string_view rest = row.aliases; !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      CHECK(find_encoding(rest.substr(0, end)) == &row);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  CHECK(find_encoding("Utf_8") == find_encoding("UTF-8"));
  CHECK(find_encoding("latin1") == nullptr);
  CHECK(find_encoding("") == nullptr);
}

TEST_CASE("torn UTF-8 stays UTF-8, and noise is no text of another encoding") {
  std::string torn(simplified);
  torn.erase(torn.find("总结") + 1, 1);
  CHECK(decode(torn, nullptr).text == torn);
  std::mt19937 random(5);
  std::string noise(5000, '\0');
  for (char& c : noise) c = static_cast<char>(random());
  CHECK(decode(noise, nullptr).encoding == &encodings().front());
  CHECK(decode("", nullptr).text.empty());
  CHECK(decode("\xFF", nullptr).encoding == &encodings().front());
}

TEST_CASE("a document in GBK has the blocks of the same in UTF-8") {
  const Document plain = read_document(std::string(simplified), "a.txt");
  const Document other = read_document(encoded(std::string(simplified), "GBK"), "a.txt");
  CHECK(other.source == plain.source);
  REQUIRE(other.blocks.size() == plain.blocks.size());
  for (std::size_t i = 0; i < plain.blocks.size(); ++i)
    CHECK(other.blocks[i].text.text() == plain.blocks[i].text.text());
}
