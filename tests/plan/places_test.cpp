#include "plan/places.h"

#include <doctest/doctest.h>

using namespace langdu;

TEST_CASE("a place is named by file and line of its part") {
  Plan plan;
  plan.source = "a\nbc\nd\ne\nf";
  plan.parts = {{{0, 5}, "one.txt", ""}, {{5, 11}, "book.epub", "two.xhtml"}};
  const Places places(plan);
  CHECK(places.name(0) == "one.txt:1");
  CHECK(places.name(3) == "one.txt:2");
  CHECK(places.name(5) == "book.epub(two.xhtml):1");
  CHECK(places.name(9) == "book.epub(two.xhtml):3");
  CHECK(places.name(4'000'000) == "book.epub(two.xhtml):3");
}

TEST_CASE("without parts the line alone is named") {
  Plan plan;
  plan.source = "a\nb";
  CHECK(Places(plan).name(2) == "line 2");
  CHECK(Places(Plan()).name(0) == "line 1");
}
