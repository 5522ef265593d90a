#include "output/tag_text.h"

#include <doctest/doctest.h>

using namespace langdu;

TEST_CASE("a text is cut between code points only") {
  CHECK(cut_text("abc", 3) == "abc");
  CHECK(cut_text("abcd", 3) == "abc");
  CHECK(cut_text("一二", 6) == "一二");
  CHECK(cut_text("一二", 5) == "一");
  CHECK(cut_text("一二", 4) == "一");
  CHECK(cut_text("一二", 3) == "一");
  CHECK(cut_text("一二", 2).empty());
  CHECK(cut_text("😀", 3).empty());
  CHECK(cut_text("", 3).empty());
}

TEST_CASE("a tag's text is valid UTF-8 on one line") {
  CHECK(tag_text("第一，要") == "第一，要");
  CHECK(tag_text("a\nb\tc\x7f") == "a b c ");
  CHECK(tag_text(std::string_view("a\0b", 3)) == "a b");
  CHECK(tag_text("\xff") == "\xEF\xBF\xBD");
}

TEST_CASE("a title is cut where no format has room for more") {
  CHECK(tag_title("题目\n") == "题目 ");
  CHECK(tag_title(std::string(5000, 'x')).size() == 1000);
}

TEST_CASE("a date is written as tags want it, as far as it is known") {
  CHECK(tag_date("2024-05-16") == "2024-05-16");
  CHECK(tag_date("2024年5月6日") == "2024-05-06");
  CHECK(tag_date("2024/5/6 12:30") == "2024-05-06");
  CHECK(tag_date("2024年5月") == "2024-05");
  CHECK(tag_date("2024") == "2024");
  CHECK(tag_date("2024年13月1日") == "2024");
  CHECK(tag_date("2024-05-40") == "2024-05");
  for (const char* other : {"", "昨天", "5月6日", "20240506", "二〇二四年"}) {
    CAPTURE(other);
    CHECK(tag_date(other).empty());
  }
}
