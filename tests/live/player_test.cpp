// Real playback: PortAudio and ALSA, into a virtual card.
#include "live/player.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <thread>

#include "player_rig.h"

using namespace langdu;

TEST_CASE("the card plays every sample, from the first to the last, at real speed") {
  const VirtualCards cards({CardSettings{}});
  const auto samples = noise(2.5);
  const double start = seconds_now();
  const Played result = play(samples);
  REQUIRE(!result.error);
  const SoundComparison sound = compare_sound(cards.captured(), samples);
  CHECK(sound.exact);
  CHECK(sound.inserted == result.gaps);
  CHECK(result.played == samples.size());
  CHECK(result.device == "default");
  CHECK(nothing_left(result.process));
  // A quarter of a second of latency, in a buffer that is a quarter larger, and the first writing.
  const auto first = cards.event("sound");
  REQUIRE(first);
  CHECK(first->seconds - start < 0.6);
  CHECK(result.seconds < 2.5 + 1.5);
  CHECK(result.cpu_seconds < 0.5);
  MESSAGE("first sound after " << first->seconds - start << " s, all after " << result.seconds << " s, CPU "
                               << result.cpu_seconds << " s, silence put in " << sound.inserted);
}

TEST_CASE("a minute at 20 times the pace is exact") {
  const VirtualCards cards({CardSettings{.speed = 20}});
  const auto samples = noise(60);
  const Played result = play(samples);
  REQUIRE(!result.error);
  const SoundComparison sound = compare_sound(cards.captured(), samples);
  CHECK(sound.exact);
  CHECK(sound.matched == samples.size());
  CHECK(sound.inserted == result.gaps);
  MESSAGE("silence put in " << sound.inserted << ", seconds " << result.seconds << ", CPU "
                            << result.cpu_seconds);
}

TEST_CASE("latencies, rates and the sizes of writes make no difference to what is played") {
  const VirtualCards cards({{.name = "hall", .speed = 10},
                            {.name = "left", .speed = 10},
                            {.name = "right", .speed = 10},
                            {.name = "top", .speed = 10}});
  const auto samples = noise(3);
  const auto exact = [&](const std::string& card, double latency, std::size_t block, int rate) {
    const Played result = play(samples, {card, latency, false}, block, rate);
    const SoundComparison sound = compare_sound(cards.captured(card), samples);
    return !result.error && sound.exact && sound.inserted == result.gaps;
  };
  CHECK(exact("hall", 0.02, 4000, 22050));
  CHECK(exact("left", 1.0, 100000, 22050));
  CHECK(exact("right", 0.25, 97, 22050));
  CHECK(exact("top", 0.1, 5000, 16000));
}

TEST_CASE("the shortest sound is played, and nothing plays in no time") {
  const VirtualCards cards({{.name = "hall"}, {.name = "spare"}});
  const std::vector<std::int16_t> one = {1234};
  const Played result = play(one);
  CHECK(!result.error);
  CHECK(compare_sound(cards.captured(), one).exact);
  const Played nothing = play({}, {.device = "spare"});
  CHECK(!nothing.error);
  CHECK(nothing.seconds < 0.5);
  CHECK(cards.captured("spare").empty());
}

TEST_CASE("a card that has only stereo at 22,050 Hz plays the same on both sides") {
  const VirtualCards cards({CardSettings{.channels = 2, .speed = 10}});
  const auto samples = noise(3);
  REQUIRE(!play(samples).error);
  const auto captured = cards.captured();
  CHECK(compare_sound(channel(captured, 0, 2), samples).exact);
  CHECK(compare_sound(channel(captured, 1, 2), samples).exact);
}

TEST_CASE("a card that has only 48 kHz stereo gets the sound converted, whole and on both sides") {
  const VirtualCards cards({CardSettings{.rate = 48000, .channels = 2, .speed = 5}});
  std::vector<std::int16_t> samples(22050 * 4);
  for (std::size_t i = 0; i < samples.size(); ++i)  // a chirp: its phase tells the place
    samples[i] = static_cast<std::int16_t>(
        15000 * std::cos(1e-6 * static_cast<double>(i * i) + 0.05 * static_cast<double>(i)));
  const Played result = play(samples);
  REQUIRE(!result.error);
  const auto captured = cards.captured();
  const auto left = channel(captured, 0, 2);
  CHECK(left == channel(captured, 1, 2));
  const auto sounds = [](std::int16_t sample) { return std::abs(sample) > 200; };
  const auto begin = std::find_if(left.begin(), left.end(), sounds);
  const auto end = std::find_if(left.rbegin(), left.rend(), sounds).base();
  const double ratio = static_cast<double>(end - begin) / static_cast<double>(samples.size());
  CHECK(std::abs(ratio * 22050 / 48000 - 1) < 0.0005);
  REQUIRE_MESSAGE(result.gaps == 0, "the machine was too slow to compare");
  double product = 0, a2 = 0, b2 = 0;
  for (std::size_t i = 0; i < samples.size(); i += 147) {  // 147 samples are 320 of the card's
    const double a = samples[i];
    const double b = *(begin + static_cast<std::ptrdiff_t>(i / 147 * 320));
    product += a * b, a2 += a * a, b2 += b * b;
  }
  CHECK(product / std::sqrt(a2 * b2) > 0.99);
}

TEST_CASE("a device is found by a part of its name, and the others stay silent") {
  const VirtualCards cards({{.name = "hall", .speed = 10}, {.name = "Balcony", .speed = 10}});
  const auto samples = noise(0.5);
  const Played result = play(samples, {.device = "balc"});
  CHECK(!result.error);
  CHECK(result.device == "Balcony");
  CHECK(compare_sound(cards.captured("Balcony"), samples).exact);
  CHECK(cards.captured("hall").empty());
}

TEST_CASE("the position follows the loudspeaker while it plays") {
  const VirtualCards cards({CardSettings{}});
  const auto samples = noise(1.5);
  PlayerSink sink(22050, {});
  sink.write(samples);
  std::uint64_t last = 0;
  for (int look = 0; look < 12; ++look) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    const std::uint64_t played = sink.played();
    CHECK(played >= last);
    last = played;
    const double heard =
        static_cast<double>(cards.captured().size()) - 6890;  // PortAudio's silence at the start
    // Callbacks are 62 ms apart, and the card's clock and ours are read at different moments.
    CHECK(std::abs(static_cast<double>(played) - std::max(heard, 0.0)) < 22050 * 0.15);
  }
  CHECK(last > 10000);
}

TEST_CASE("ten players one after the other leave no process and no file open") {
  const VirtualCards cards({CardSettings{.speed = 50}});
  const auto open_files = [] {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"),
                         std::filesystem::directory_iterator());
  };
  const auto before = open_files();
  for (int i = 0; i < 10; ++i) {
    const Played result = play(noise(0.2));
    CHECK(!result.error);
    CHECK(nothing_left(result.process));
  }
  CHECK(open_files() == before);
}
