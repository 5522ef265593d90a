#include "live/sample_ring.h"

#include <doctest/doctest.h>

#include <memory>
#include <random>
#include <thread>
#include <vector>

using namespace langdu;

namespace {

/// What stands at a position of the stream: neighbours differ, and so do positions a ring's length apart.
std::int16_t sample_at(std::uint64_t position) {
  return static_cast<std::int16_t>((position * 0x9E3779B97F4A7C15u) >> 48);
}

std::vector<std::int16_t> samples_from(std::uint64_t position, std::size_t count) {
  std::vector<std::int16_t> samples(count);
  for (std::size_t i = 0; i < count; ++i) samples[i] = sample_at(position + i);
  return samples;
}

}  // namespace

TEST_CASE("an empty ring gives nothing and a full one takes nothing") {
  SampleRing<8> ring;
  std::vector<std::int16_t> out(8, 99);
  CHECK(ring.read(out) == 0);
  CHECK(out[0] == 99);
  CHECK(ring.write(samples_from(0, 10)) == 8);
  CHECK(ring.write(samples_from(8, 1)) == 0);
  CHECK(ring.size() == 8);
  CHECK(ring.read(out) == 8);
  CHECK(out == samples_from(0, 8));
  CHECK(ring.size() == 0);
  CHECK(ring.write({}) == 0);
  CHECK(ring.read({}) == 0);
}

TEST_CASE("samples keep their order across every wrap of the ring") {
  SampleRing<16> ring;
  std::uint64_t written = 0;
  std::uint64_t read = 0;
  for (std::size_t size = 0; size < 400; ++size) {
    written += ring.write(samples_from(written, size % 19));
    std::vector<std::int16_t> out(size % 13);
    const std::size_t got = ring.read(out);
    out.resize(got);
    REQUIRE(out == samples_from(read, got));
    read += got;
    REQUIRE(ring.size() == written - read);
  }
  CHECK(read > 16 * 10);
  CHECK(ring.total_written() == written);
  CHECK(ring.total_read() == read);
}

TEST_CASE("two threads exchange ten million samples, none lost, doubled or changed") {
  constexpr std::uint64_t total = 10'000'000;
  const auto ring = std::make_unique<SampleRing<4096>>();
  std::thread writer([&] {
    std::mt19937 random(1);
    for (std::uint64_t at = 0; at < total;) {
      const std::size_t size = std::min<std::uint64_t>(1 + random() % 6000, total - at);
      const std::vector<std::int16_t> samples = samples_from(at, size);
      for (std::span<const std::int16_t> rest = samples; !rest.empty();) {
        const std::size_t taken = ring->write(rest);
        rest = rest.subspan(taken);
        if (taken == 0) std::this_thread::yield();
      }
      at += size;
    }
  });
  std::mt19937 random(2);
  std::uint64_t at = 0;
  std::uint64_t wrong = 0;
  std::vector<std::int16_t> out(5000);
  while (at < total) {
    const std::size_t got = ring->read(std::span(out).first(1 + random() % out.size()));
    for (std::size_t i = 0; i < got; ++i) wrong += out[i] != sample_at(at + i);
    at += got;
    if (got == 0) std::this_thread::yield();
  }
  writer.join();
  CHECK(wrong == 0);
  CHECK(at == total);
  CHECK(ring->size() == 0);
}
