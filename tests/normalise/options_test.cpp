#include "normalise/options.h"

#include <doctest/doctest.h>

#include "normalise/normalise.h"
#include "support/case_lines.h"

using namespace langdu;

TEST_CASE("every line of tests/data/corrections/placeholder_words.txt is spoken as it says") {
  for (const std::string& line : testing::case_lines(TEST_DATA "/corrections/placeholder_words.txt")) {
    CAPTURE(line);
    const auto cells = testing::cells(line);
    REQUIRE(cells.size() == 3);
    NormaliseOptions options;
    options.placeholder = cells[0] == "some"     ? Placeholder::some
                          : cells[0] == "letter" ? Placeholder::letter
                          : cells[0] == "pause"  ? Placeholder::pause
                                                 : Placeholder::word;
    options.word = cells[0];
    std::vector<Dropped> dropped;
    CHECK(normalise(MappedText::verbatim(cells[1], 0), dropped, {}, options).text() == cells[2]);
    CHECK(dropped.empty() == (cells[0] != "pause"));
  }
}

TEST_CASE("addresses can be left out, and are listed then") {
  NormaliseOptions options;
  options.skip_addresses = true;
  const auto spoken = [&](const std::string& written, std::vector<Dropped>& dropped) {
    return normalise(MappedText::verbatim(written, 0), dropped, {}, options).text();
  };
  const struct {
    std::string written, left, said;
  } rows[] = {{"详见https://www.gov.cn/a/b.htm。", "https://www.gov.cn/a/b.htm", "详见。"},
              {"发到a.b@163.com，谢谢", "a.b@163.com", "发到，谢谢"},
              {"登录www.baidu.com查询", "www.baidu.com", "登录查询"}};
  for (const auto& row : rows) {
    CAPTURE(row.written);
    std::vector<Dropped> dropped;
    CHECK(spoken(row.written, dropped) == row.said);
    REQUIRE(dropped.size() == 1);
    const Span place = dropped[0].source;
    CHECK(row.written.substr(place.begin, place.size()) == row.left);
  }
}
