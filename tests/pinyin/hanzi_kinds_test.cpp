#include "pinyin/hanzi_kinds.h"

#include <doctest/doctest.h>

using namespace langdu;

TEST_CASE("a hanzi tells what kind of text it is met in") {
  struct {
    char32_t code;
    int kinds;
  } rows[] = {{U'斯', writes_foreign_names},
              {U'乃', writes_foreign_names | classical_prose},
              {U'遂', classical_prose},
              {U'的', modern_prose},
              {U'书', classical_prose},
              {U'桌', 0},
              {U'\u4E00', 0},
              {U'\u9FFF', 0},
              {U'\u4DFF', 0},
              {U'\uA000', 0},
              {U'\U00020000', 0},
              {U'a', 0},
              {0, 0}};
  for (const auto& row : rows) {
    CAPTURE(static_cast<unsigned>(row.code));
    CHECK(hanzi_kinds(row.code) == row.kinds);
  }
}
