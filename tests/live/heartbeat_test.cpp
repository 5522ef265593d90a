#include "live/heartbeat.h"

#include <doctest/doctest.h>

using namespace langdu;
using std::chrono::milliseconds;

TEST_CASE("silence grows while the heartbeat stands still, and ends with the next beat") {
  HeartbeatWatch watch;
  auto now = std::chrono::steady_clock::now();
  watch.silence(1, now);
  CHECK(watch.silence(1, now += milliseconds(20)) == milliseconds(20));
  CHECK(watch.silence(1, now += milliseconds(20)) == milliseconds(40));
  CHECK(watch.silence(2, now += milliseconds(20)) == milliseconds(0));
  CHECK(watch.silence(2, now += milliseconds(20)) == milliseconds(20));
}

TEST_CASE("an hour in which the main program was stopped is not held against the device") {
  HeartbeatWatch watch;
  auto now = std::chrono::steady_clock::now();
  watch.silence(5, now);
  CHECK(watch.silence(5, now += std::chrono::hours(1)) <= milliseconds(100));
}

TEST_CASE("a device that is dead is found however slow the machine looks") {
  HeartbeatWatch watch;
  auto now = std::chrono::steady_clock::now();
  for (int look = 0; look < 20; ++look) watch.silence(5, now += milliseconds(300));
  CHECK(watch.silence(5, now) > milliseconds(1000));
}
