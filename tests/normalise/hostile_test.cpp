#include <doctest/doctest.h>


#include "normalise/normalise.h"
#include "support/growth.h"

using namespace langdu;

namespace {

std::string repeat(const std::string& piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

double seconds_for(const std::string& text) {
  std::vector<Dropped> dropped;
  MappedText result;
  const double seconds = cpu_seconds([&] { result = normalise(MappedText::verbatim(text, 0), dropped); });
  CHECK(result.source().end <= text.size());
  return seconds;
}

}  // namespace

TEST_CASE("the time is linear in the length of a sentence, whatever it holds") {
  for (const char* piece :
       {"1",   "1.",    "1-",  "1-2", "1,",   "1,234",   "1:",    "1/",   "(",  "）", "[1",  "（1",  "X",
        "XX.", "x1",    "*",   "×",   "○",    "—",       "-",     "~",    ".",  "。", "……",  " ",    "a",
        "a.",  "a-",    "a@",  "@",   "www.", "http://", "1°",    "²",    "2²", "é",  "汉",  "2个",  "“",
        "'",   "\xFF",  "😀",   "の",  "1.1-", "¥",       "¥1-",   "1年",  "①",  "Ⅲ",  "年-", "1号-", "A1-",
        "1 ",  "1111 ", "+86", "0",   "0.",   "kW/",     "1km/h", "电话", "=",  "+"}) {
    CAPTURE(piece);
    const double small = seconds_for(repeat(piece, long_size(200'000) / 10));
    const double large = seconds_for(repeat(piece, long_size(200'000)));
    CHECK(grows_linearly(small, large));
  }
}

TEST_CASE("a number of 400 digits is read digit by digit") {
  std::vector<Dropped> dropped;
  const MappedText result = normalise(MappedText::verbatim(std::string(400, '7'), 0), dropped);
  CHECK(result.text() == repeat("七", 1200));
}

TEST_CASE("what is no date, time or fraction is read in the plainest way") {
  const auto spoken = [](const std::string& written) {
    std::vector<Dropped> dropped;
    return normalise(MappedText::verbatim(written, 0), dropped).text();
  };
  CHECK(spoken("2023-02-99") == "二零二三杠零二杠九十九");
  CHECK(spoken("99:99") == "九十九比九十九");
  CHECK(spoken("1/0") == "一杠零");
  CHECK(spoken("（1") == "一");
  CHECK(spoken("3）") == "三");
  CHECK(spoken("") == "");
  CHECK(spoken("。") == "");
}
