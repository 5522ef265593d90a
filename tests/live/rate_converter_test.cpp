#include "live/rate_converter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "text/error.h"

using namespace langdu;

namespace {

/// Converts all of `samples`, giving at most `in` of them and asking for `out` at a time.
std::vector<std::int16_t> convert(RateConverter& converter, std::span<const std::int16_t> samples,
                                  std::size_t in, std::size_t out) {
  std::vector<std::int16_t> result;
  std::vector<std::int16_t> block(out);
  while (true) {
    const std::size_t made = converter.convert(block, samples.empty());
    result.insert(result.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(made));
    if (made == out) continue;
    if (samples.empty()) return result;
    const auto room = converter.input();
    REQUIRE(!room.empty());
    const std::size_t count = std::min({room.size(), samples.size(), in});
    std::copy_n(samples.begin(), count, room.begin());
    converter.feed(count);
    samples = samples.subspan(count);
  }
}

std::vector<std::int16_t> sine(double hertz, int rate, std::size_t count, double amplitude) {
  std::vector<std::int16_t> samples(count);
  for (std::size_t i = 0; i < count; ++i)
    samples[i] = static_cast<std::int16_t>(
        std::lround(amplitude * std::sin(2 * std::numbers::pi * hertz * static_cast<double>(i) / rate)));
  return samples;
}

}  // namespace

TEST_CASE("conversion keeps the length and gives everything out at the end") {
  for (const int rate : {8000, 16000, 32000, 44100, 48000, 96000, 192000}) {
    for (const std::size_t count : {1u, 2u, 441u, 22050u, 50001u}) {
      CAPTURE(rate);
      CAPTURE(count);
      RateConverter converter(22050, rate);
      const double made =
          static_cast<double>(convert(converter, sine(200, 22050, count, 9000), 512, 1024).size());
      // libsamplerate rounds the length to whole samples; its own tests allow a handful more.
      CHECK(std::abs(made - static_cast<double>(count) * rate / 22050) <= 2 + rate / 22050.0);
    }
  }
}

TEST_CASE("a converted tone is the same tone, in time and at its level") {
  RateConverter converter(22050, 48000);
  const auto converted = convert(converter, sine(1000, 22050, 22050, 20000), 512, 1024);
  const auto wanted = sine(1000, 48000, 48000, 20000);
  int worst = 0;
  for (std::size_t i = 500; i + 500 < std::min(converted.size(), wanted.size());
       ++i)  // a tone has no sharp ends
    worst = std::max(worst, std::abs(converted[i] - wanted[i]));
  CHECK(worst <= 8);  // -68 dB of the tone
}

TEST_CASE("the sizes of the steps make no difference to conversion") {
  const auto samples = sine(313, 22050, 5000, 12000);
  RateConverter large(22050, 48000);
  const auto expected = convert(large, samples, 512, 1024);
  for (const std::size_t in : {1u, 7u, 511u}) {
    for (const std::size_t out : {1u, 3u, 700u}) {
      RateConverter small(22050, 48000);
      const auto result = convert(small, samples, in, out);
      REQUIRE(result.size() == expected.size());
      int worst = 0;
      for (std::size_t i = 0; i < result.size(); ++i)
        worst = std::max(worst, std::abs(result[i] - expected[i]));
      CHECK(worst <= 1);  // float sums in another order
    }
  }
}

TEST_CASE("full scale is clipped, not wrapped around, where conversion overshoots") {
  std::vector<std::int16_t> square(4000);
  for (std::size_t i = 0; i < square.size(); ++i) square[i] = i / 50 % 2 ? -32768 : 32767;
  RateConverter converter(22050, 48000);
  const auto converted = convert(converter, square, 512, 1024);
  CHECK(std::count(converted.begin(), converted.end(), 32767) > 100);
  for (std::size_t i = 3; i + 3 < converted.size(); ++i) {
    // Wrapped around, a sample would have the other sign than both of its neighbours.
    const bool alone = converted[i] > 20000
                           ? converted[i - 1] < -20000 && converted[i + 1] < -20000
                           : converted[i] < -20000 && converted[i - 1] > 20000 && converted[i + 1] > 20000;
    REQUIRE(!alone);
  }
}

TEST_CASE("a rate that cannot be made is an error, not a crash") {
  CHECK_THROWS_AS(RateConverter(22050, 1), Error);
  CHECK_THROWS_AS(RateConverter(1, 192000), Error);
}
