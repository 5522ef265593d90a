#include "app/progress.h"

#include <doctest/doctest.h>

using namespace langdu;

TEST_CASE("the progress line says percent, speed and time left") {
  CHECK(progress_line(0.425, 3600, 4) == "42 %, 900 times real time, 0:06 left");
  CHECK(progress_line(0.999, 10, 100) == "99 %, 0 times real time, 0:01 left");
  CHECK(progress_line(0, 0, 0) == "0 %, 0 times real time, 0:00 left");
  CHECK(progress_line(0.01, 60, 60) == "1 %, 1 times real time, 99:00 left");
}
