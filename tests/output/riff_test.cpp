#include "output/riff.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sndfile.h>
#include <unistd.h>

#include <memory>

#include "output/written.h"
#include "support/small_plan.h"
#include "support/temporary_folder.h"

using namespace langdu;

namespace {

/// A WAV file with a hole for samples: it takes no room.
std::string sparse_wav(const TemporaryFolder& folder, std::size_t header_bytes, std::uint64_t data_bytes,
                       const std::string& tail) {
  const std::string path =
      folder.write("large.wav", wav_header(header_bytes, 22050, data_bytes, tail.size()));
  REQUIRE(truncate(path.c_str(), static_cast<off_t>(header_bytes + data_bytes)) == 0);
  std::ofstream(path, std::ios::app | std::ios::binary) << tail;
  return path;
}

std::int64_t frames_in(const std::string& path) {
  SF_INFO info{};
  const std::unique_ptr<SNDFILE, int (*)(SNDFILE*)> file(sf_open(path.c_str(), SFM_READ, &info), sf_close);
  return file ? info.frames : -1;
}

}  // namespace

TEST_CASE("a header has exactly the length that was asked for") {
  for (const std::size_t bytes : {44U, 80U, 112U, 200U}) {
    for (const std::uint64_t data : {0ULL, 1000ULL, 5000000000ULL}) {
      CHECK(wav_header(bytes, 22050, data, 10).size() == bytes);
    }
  }
  CHECK(open_wav_header(22050).size() == short_wav_header);
}

TEST_CASE("above 4 GiB the file is RF64, read with all its frames and chapters") {
  const TemporaryFolder folder;
  const Plan plan = small_plan({"a", "b"}, 1);
  constexpr std::uint64_t frames = 3'000'000'000;
  const Timeline timeline{.sample_rate = 22050,
                          .frames = frames,
                          .cues = {{0, 0, 5, 0}, {1, 2'500'000'000, 2'600'000'000, 1}},
                          .word_begins = {}};
  const std::string path = sparse_wav(folder, 112, frames * 2, wav_tail(plan, timeline));
  CHECK(frames_in(path) == static_cast<std::int64_t>(frames));
  const auto probed = probe(path);
  CHECK(titles_of(probed) == std::vector<std::string>{"a", "b"});
  CHECK(probed["chapters"][1]["start"] == 2'500'000'000);
  CHECK(std::stod(probed["format"]["duration"].get<std::string>()) == doctest::Approx(frames / 22050.0));
}

TEST_CASE("where only the tail passes 4 GiB, the file is RF64 too") {
  const TemporaryFolder folder;
  const Plan plan = small_plan({"a"}, 1);
  constexpr std::uint64_t frames = (0xFFFFFFFFULL - 130) / 2;
  const Timeline timeline{.sample_rate = 22050, .frames = frames, .cues = {{0, 0, 5, 0}}, .word_begins = {}};
  const std::string tail = wav_tail(plan, timeline);
  const std::string path = sparse_wav(folder, 112, frames * 2, tail);
  CHECK(wav_header(112, 22050, frames * 2, tail.size()).starts_with("RF64"));
  CHECK(wav_header(112, 22050, frames * 2, 0).starts_with("RIFF"));
  CHECK(frames_in(path) == static_cast<std::int64_t>(frames));
  CHECK(titles_of(probe(path)).size() == 1);
}

TEST_CASE("a chapter behind frame 2^32 has no cue, the others have") {
  const Plan plan = small_plan({"a", "b"}, 1);
  constexpr std::uint64_t late = 1ULL << 32;
  const Timeline timeline{.sample_rate = 22050,
                          .frames = late + 10,
                          .cues = {{0, 0, 5, 0}, {1, late, late + 5, 1}},
                          .word_begins = {}};
  const std::string tail = wav_tail(plan, timeline);
  CHECK(tail.substr(0, 4) == "cue ");
  CHECK(tail[8] == 1);
}

TEST_CASE("a plan without chapters gives tags only") {
  CHECK(wav_tail(Plan{}, Timeline{}).find("INFOIGNR") == 8);
  CHECK(wav_tail(small_plan({"a"}), Timeline{}).find("cue ") == std::string::npos);
}
