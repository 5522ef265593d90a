#include <doctest/doctest.h>

#include "normalise/normalise.h"

using namespace langdu;

namespace {

struct Spoken {
  std::string text;
  std::vector<Dropped> dropped;
};

Spoken speak(const std::string& written, std::uint32_t begin = 0) {
  Spoken result;
  result.text = normalise(MappedText::verbatim(written, begin), result.dropped).text();
  return result;
}

std::string only_drop(const std::string& written) {
  const Spoken result = speak(written);
  REQUIRE(result.dropped.size() == 1);
  return result.dropped[0].rule + ":" +
         written.substr(result.dropped[0].source.begin, result.dropped[0].source.size());
}

}  // namespace

TEST_CASE("what a reader would miss is listed with its rule and its bytes") {
  CHECK(only_drop("你好😀😀世界") == "emoji:😀😀");
  CHECK(only_drop("雪の花") == "other_script:の");
  CHECK(only_drop("★重点") == "emoji:★");
  CHECK(only_drop("※重点") == "unsayable:※");
  CHECK(only_drop("详见www.gov.cn/a/b.htm。") == "url:/a/b.htm");
  CHECK(only_drop("研究表明[1]，很重要") == "bracket:[1]");
  CHECK(only_drop("坏\xFF字") == "unsayable:\xFF");
}

TEST_CASE("spans of dropped text count bytes of the source, not of the sentence") {
  const Spoken result = speak("你好😀", 100);
  REQUIRE(result.dropped.size() == 1);
  CHECK(result.dropped[0].source == Span{106, 110});
}

TEST_CASE("quotes, book marks, brackets, dashes and invisible characters are not listed") {
  for (const char* written :
       {"“甲”《乙》", "甲（乙）丙", "甲——乙", "甲\xE2\x80\x8E乙", "甲  乙", "甲·乙", "well-known"}) {
    CAPTURE(written);
    CHECK(speak(written).dropped.empty());
  }
}

TEST_CASE("nothing of a plain sentence is dropped") {
  const Spoken result = speak("2023年，GDP增长5.2%，达126万亿元（约$17.9万亿）。");
  CHECK(result.dropped.empty());
  CHECK(result.text == "二零二三年，GDP增长百分之五点二，达一百二十六万亿元，约十七点九万亿美元。");
}

TEST_CASE("emoji joined into one picture are listed once") {
  CHECK(only_drop("一家👨\u200D👩\u200D👧人") == "emoji:👨\u200D👩\u200D👧");
  CHECK(only_drop("跑🏃🏽\u200D♂\uFE0F步") == "emoji:🏃🏽\u200D♂\uFE0F");
}

TEST_CASE("what the sentence before dropped last is not drawn into the next sentence's entry") {
  std::vector<Dropped> dropped;
  normalise(MappedText::verbatim("你好😀", 0), dropped);
  normalise(MappedText::verbatim("😀再见", 10), dropped);
  REQUIRE(dropped.size() == 2);
  CHECK(dropped[0].source == Span{6, 10});
  CHECK(dropped[1].source == Span{10, 14});
}

TEST_CASE("the stars of bold Markdown are punctuation, which nobody misses") {
  CHECK(speak("请**务必**注意").dropped.empty());
  CHECK(speak("a **bold** word").dropped.empty());
}
