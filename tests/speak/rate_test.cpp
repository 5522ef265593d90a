#include "speak/rate.h"

#include <doctest/doctest.h>

#include "text/error.h"

using namespace langdu;

TEST_CASE("the measured rates are met exactly") {
  CHECK(engine_rate(slowest_rate) == 80);
  CHECK(engine_rate(usual_rate) == 175);
  CHECK(engine_rate(330) == 250);
  CHECK(engine_rate(fastest_rate) == 449);
}

TEST_CASE("a faster rate never gives a lower number, and none reaches the engine's broken 450") {
  int last = 0;
  for (int rate = slowest_rate; rate <= fastest_rate; ++rate) {
    const int engine = engine_rate(rate);
    REQUIRE(engine >= last);
    REQUIRE(engine < 450);
    last = engine;
  }
}

TEST_CASE("a rate outside the range is refused with the range") {
  for (const int rate : {slowest_rate - 1, fastest_rate + 1, 0, -5}) {
    try {
      engine_rate(rate);
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::out_of_range);
      CHECK(std::string_view(error.what()).find("97 to 673") != std::string_view::npos);
    }
  }
}
