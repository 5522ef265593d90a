#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "clean/clean.h"
#include "read/formats.h"
#include "support/case_lines.h"
#include "text/utf8.h"

namespace langdu {
namespace {

/// Marks the bytes of the source that the blocks show or the dropped list names.
std::vector<bool> accounted_for(const Document& document) {
  std::vector<bool> seen(document.source.size(), false);
  const auto mark = [&](Span span) {
    for (std::uint32_t i = span.begin; i < span.end; ++i) seen[i] = true;
  };
  for (const Block& block : document.blocks) {
    for (std::uint32_t i = 0; i < block.text.size(); ++i) mark(block.text.source({i, i + 1}));
  }
  for (const Dropped& dropped : document.dropped) mark(dropped.source);
  return seen;
}

bool is_line_break(char32_t code) {
  return (code >= U'\n' && code <= U'\r') || code == 0x2028 || code == 0x2029;
}

/// The first byte that is neither blank, shown nor listed; npos if there is none.
std::size_t first_lost_byte(const Document& document) {
  const auto seen = accounted_for(document);
  const std::string_view source = document.source;
  for (std::size_t at = 0; at < source.size();) {
    const Rune rune = rune_at(source, at);
    const bool layout = rune.valid && (is_blank(rune.code) || is_line_break(rune.code));
    for (std::size_t i = at; !layout && i < at + rune.size; ++i) {
      if (!seen[i]) return i;
    }
    at += rune.size;
  }
  return std::string::npos;
}

bool in_order(const Document& document) {
  for (std::size_t i = 1; i < document.dropped.size(); ++i) {
    if (document.dropped[i].source.begin < document.dropped[i - 1].source.begin) return false;
  }
  std::uint32_t end = 0;
  for (const Block& block : document.blocks) {
    if (block.text.empty() || block.text.source().begin < end) return false;
    end = block.text.source().end;
  }
  return true;
}

// Damaged text is read as UTF-8 here: what it is most probably is for the tests of read/ to say.
void check_complete(const std::string& text) {
  for (const bool keep_all : {false, true}) {
    Document document = read_document(text, "case.txt", {.encoding = find_encoding("UTF-8")});
    clean(document, {keep_all});
    CHECK(document.source == text);
    CHECK(first_lost_byte(document) == std::string::npos);
    CHECK(in_order(document));
  }
}

std::vector<std::string> fragments() {
  return {"区长的讲话",
          "(全文完整)",
          "\n",
          "\n\n",
          "\r\n",
          "\r",
          " ",
          "　",
          "第一,",
          "要抓紧干",
          "。",
          "?!",
          "\"",
          "(",
          ")",
          "...",
          "--",
          "X委",
          "\t",
          "90",
          "% ",
          "hello",
          " world",
          "\xff",
          "\xe4\xb8",
          std::string(1, '\0'),
          "\xef\xbb\xbf",
          "\xe2\x80\x8b",
          "\xe2\x80\xa8",
          "发布时间:2024-05-16",
          "推荐访问:\n",
          "版权所有:某网\n",
          "下一篇:没有了\n",
          "同志们:\n",
          "一、",
          "——",
          "“",
          "”",
          "【",
          "】",
          "\f",
          "：",
          "_"};
}

}  // namespace

TEST_CASE("no byte is lost: each is shown, blank, or listed as dropped, in order (random texts)") {
  const auto parts = fragments();
  std::mt19937 random(20240516);
  std::uniform_int_distribution<std::size_t> part(0, parts.size() - 1);
  std::uniform_int_distribution<int> length(0, 120);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = length(random); i > 0; --i) text += parts[part(random)];
    CAPTURE(round);
    CAPTURE(text);
    check_complete(text);
  }
}

TEST_CASE("no byte is lost in the sample") {
  const std::string text = testing::file_content(LANGDU_REPOSITORY "/samples/briefing.txt");
  REQUIRE(text.size() > 5000);
  check_complete(text);
}

TEST_CASE("no byte is lost in random bytes") {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < round; ++i) text += static_cast<char>(byte(random));
    CAPTURE(round);
    check_complete(text);
  }
}

// A quadratic step would need hours for one of these.
TEST_CASE("hostile texts take linear time") {
  const auto repeated = [](const std::string& part, std::size_t count) {
    std::string text;
    text.reserve(part.size() * count);
    for (std::size_t i = 0; i < count; ++i) text += part;
    return text;
  };
  const std::vector<std::string> texts = {
      repeated("我们要干,", 100000),
      repeated("\n", 1000000) + "末行。",
      repeated("短\n", 100000),
      repeated("我(", 200000),
      "我" + repeated(" ", 1000000) + "(",
      repeated("我 ( ", 200000),
      repeated("”", 200000),
      repeated("我\"", 200000),
      repeated(".", 500000) + repeated("我.", 100000),
      repeated("1. 标题\n", 100000),
      repeated("我们要坚持把每一件事情都办好办实让群众满意放心并且长期坚 \n", 20000) + "好。",
      repeated(std::string(1, '\0') + "aaa", 200000),
      repeated("\xff", 1000000),
      repeated("小编整理下载侵本文未经", 20000)};
  for (const std::string& text : texts) {
    Document document = read_document(text, "case.txt", {.encoding = find_encoding("UTF-8")});
    clean(document, {});
    CHECK(document.source.size() == text.size());
  }
}

}  // namespace langdu
