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
