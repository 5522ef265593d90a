#include <doctest/doctest.h>

#include <csignal>
#include <cstring>
#include <string>
#include <vector>

#include "e2e/langdu.h"
#include "support/virtual_card.h"
#include "text/error.h"

using namespace langdu;

namespace {

/// What `langdu render` makes of the file, as samples.
std::vector<std::int16_t> rendered(const std::string& file) {
  const auto result = run_langdu({"render", file, "-o", "-"});
  REQUIRE(result.status == 0);
  const auto data = result.out.find("data");
  std::vector<std::int16_t> samples((result.out.size() - data - 8) / 2);
  std::memcpy(samples.data(), result.out.data() + data + 8, samples.size() * 2);
  return samples;
}

void check_error(const RunResult& result, Fault fault, const std::string& says) {
  CAPTURE(result.err);
  CHECK(result.status == static_cast<int>(row_of(fault).status));
  CHECK(result.err.starts_with("langdu: "));
  CHECK(result.err.find(says) != std::string::npos);
}

}  // namespace

TEST_CASE("play: the card consumes exactly the rendered samples of the sample, first to last") {
  const auto samples = rendered(briefing);
  const VirtualCards cards({CardSettings{.speed = 20}});
  const auto result = run_langdu({"play", briefing}, {.timeout_seconds = 200});
  CAPTURE(result.err);
  CHECK(result.status == 0);
  CHECK(result.out.empty());
  const SoundComparison heard = compare_sound(cards.captured(), samples);
  CHECK(heard.exact);
  CHECK(heard.matched == samples.size());
  CHECK(heard.inserted == 0);
}

TEST_CASE("play: at real speed too, on a card named by a part of its name") {
  const TemporaryFolder folder;
  const std::string file = folder.write("short.txt", "今天开会，大家都来。\n");
  const auto samples = rendered(file);
  const VirtualCards cards({CardSettings{.name = "first"}, CardSettings{.name = "concert-hall"}});
  const auto result = run_langdu({"play", file, "--device", "HALL"});
  CAPTURE(result.err);
  CHECK(result.status == 0);
  CHECK(compare_sound(cards.captured("concert-hall"), samples).exact);
  CHECK(cards.captured("first").empty());
}

TEST_CASE("play: Ctrl-C stops at once with 130") {
  const VirtualCards cards({CardSettings{}});
  const auto result = run_langdu({"play", briefing}, {.signal = SIGINT, .signal_after_seconds = 2});
  CHECK(result.status == 130);
  CHECK(result.err == "langdu: interrupted before the end\n");
  CHECK(result.seconds < 4);
  CHECK_FALSE(cards.captured().empty());
}

TEST_CASE("play: no card, an unknown card and an unplugged card are named") {
  {
    const VirtualCards none({}, false);
    check_error(run_langdu({"play", briefing}), Fault::no_sound_card, "langdu render");
    check_error(run_langdu({"devices"}), Fault::no_sound_card, "langdu render");
  }
  {
    const VirtualCards cards({CardSettings{}});
    check_error(run_langdu({"play", briefing, "--device", "nowhere"}), Fault::unknown_device,
                "langdu devices");
    const auto devices = run_langdu({"devices"});
    CHECK(devices.status == 0);
    CHECK(devices.out.find("hall") != std::string::npos);
  }
  const VirtualCards cards({CardSettings{.speed = 20, .fault = "gone", .at = 50000}});
  const auto result = run_langdu({"play", briefing});
  check_error(result, Fault::device_failed, "--device");
  CHECK(result.seconds < 20);
}
